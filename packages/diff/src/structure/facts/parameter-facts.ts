import { assertNever } from '@tiaoli/base';
import type {
  Bound,
  DelegationDeclaration,
  DerogationDeclaration,
  Dimension,
  FillDeclaration,
  ParameterDeclaration,
  ParameterVersion,
} from '@tiaoli/ir';
import type { FactContext } from '../fact-context.ts';
import { placeOf, versionsOf } from '../fact-context.ts';
import type { At, Facts } from '../fact-list.ts';
import {
  ownName,
  saidDate,
  saidEnd,
  saidExpr,
  saidIf,
  saidInOrder,
  saidNames,
  saidProvenance,
  saidRounding,
  saidText,
  saidType,
  saidWord,
  top,
  within,
} from '../fact-list.ts';
import { cellFacts } from './table-cells.ts';

/** 参数, 表: its cells by key and version. Statistics stand under the year that they measure, on any day. */
export function parameterFacts(each: ParameterDeclaration, context: FactContext): Facts {
  const measured = each.versions.filter(({ year }) => year !== undefined);
  const dated = each.versions.filter(({ year }) => year === undefined);
  const columns = each.columns.map(({ name }) => name);
  const table = (version: ParameterVersion, at: At): Facts => [
    ...saidProvenance(version.provenance, at),
    ...cellFacts({ ...each, columns, cells: version.cells }, context, at),
  ];
  return [
    ...saidType('type', each.type),
    ...dimensionFacts(each.dimensions),
    ...each.columns.flatMap(({ name, type }) =>
      saidType('column', type, within(top, { kind: 'named', name })),
    ),
    ...saidWord('better', each.better),
    ...saidRounding('rounding', each.rounding, each.type),
    ...measured.flatMap((version) =>
      table(version, {
        steps: [{ kind: 'year', year: version.year ?? 0 }],
        place: placeOf(version),
      }),
    ),
    ...versionsOf(dated, context).flatMap(({ version, steps }) => {
      const at = { steps, place: placeOf(version) };
      return [...table(version, at), ...saidEnd(version.validity, context, at)];
    }),
  ];
}

function dimensionFacts(dimensions: readonly Dimension[], at: At = top): Facts {
  const names = dimensions.map(({ name }) => name);
  return [
    ...saidInOrder('dimensions', names, at),
    ...dimensions.flatMap(({ name, type, bands }) => {
      const inside = within(at, { kind: 'named', name });
      return [...saidType('type', type, inside), ...saidWord('brackets', bands, inside)];
    }),
  ];
}

/** Whose value it is, where the name of the statement is not that of the parameter. */
function parameterName(
  { name, parameter }: { readonly name: string; readonly parameter: string },
  at: At,
): Facts {
  return name === ownName(parameter) ? [] : saidText('parameter', ownName(parameter), at);
}

/** 授权: what a lower level may set, bound by bound. */
export function delegationFacts(each: DelegationDeclaration, context: FactContext): Facts {
  return [
    ...parameterName(each, top),
    ...saidNames('levels', each.levels),
    ...each.bounds.flatMap((bound) => boundFacts(bound, context)),
    ...each.splits.flatMap(({ name, type }) =>
      saidType('splits', type, within(top, { kind: 'named', name })),
    ),
    ...saidDate('until', each.until),
  ];
}

function boundFacts(bound: Bound, context: FactContext): Facts {
  switch (bound.kind) {
    case 'at-least':
    case 'at-most':
    case 'step':
      return saidExpr(bound.kind, bound.value, context);
    case 'between':
      return [
        ...saidExpr('between-low', bound.low, context),
        ...saidExpr('between-high', bound.high, context),
      ];
    case 'no-worse':
      return saidIf('no-worse', true);
    case 'monotone':
      return saidWord(
        'monotone',
        bound.direction,
        within(top, { kind: 'named', name: bound.dimension }),
      );
    default:
      return assertNever(bound);
  }
}

/** 确定. */
export function fillFacts(each: FillDeclaration, context: FactContext): Facts {
  return versionsOf([each], context).flatMap(({ steps }) => {
    const at = { steps, place: placeOf(each) };
    return [
      ...parameterName(each, at),
      ...dimensionFacts(each.dimensions, at),
      ...cellFacts({ ...each, columns: columnsOf(each) }, context, at),
      ...saidEnd(each.validity, context, at),
    ];
  });
}

function columnsOf({ cells }: FillDeclaration): readonly string[] {
  return [...new Set(cells.flatMap(({ column }) => (column === undefined ? [] : [column])))];
}

/** 特别规定. */
export function derogationFacts(each: DerogationDeclaration, context: FactContext): Facts {
  return versionsOf([each], context).flatMap(({ steps }) => {
    const at = { steps, place: placeOf(each) };
    return [
      ...parameterName(each, at),
      ...saidExpr('when', each.when, context, at),
      ...saidExpr('value', each.value, context, at),
      ...saidIf('if-better', each.ifBetter, at),
      ...saidEnd(each.validity, context, at),
    ];
  });
}
