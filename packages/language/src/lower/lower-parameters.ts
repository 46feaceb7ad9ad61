import { parseDate } from '@tiaoli/base';
import type {
  Bound,
  Cell,
  Dimension,
  Expr,
  ParameterDeclaration,
  ParameterVersion,
  ValueType,
} from '@tiaoli/ir';
import { money } from '@tiaoli/ir';
import type { Reference } from 'langium';
import type {
  Bounding,
  DatedVersion,
  Delegation,
  Derogation,
  Determination,
  Dimension as DimensionNode,
  Named,
  Parameter,
  PlainVersion,
  Table,
} from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import { spanOf } from '../span-of.ts';
import { lowerCondition } from './expressions/lower-condition.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { lowerCellValue, lowerRows, lowerTableVersion } from './lower-cells.ts';
import type { Place } from './lower-context.ts';
import { declarationBase, notesOf, whereOf, withLimits } from './statement.ts';
import type { StatementPlace } from './statement-place.ts';
import { placeInParameter } from './statement-place.ts';
import { lowerType } from './types.ts';
import { lowerValidity, ownOrDocument, statementValidity } from './validity.ts';

/** 参数 and 表: every statement of one name is a version of one parameter. */
export function lowerParameter(
  declared: DeclaredOf<'parameter'>,
  statements: readonly StatementPlace[],
): ParameterDeclaration | undefined {
  const [first] = statements;
  const [node] = declared.nodes;
  if (!first) return undefined;
  const place = placeInParameter(first);
  const versions = declared.nodes.flatMap((each, index) => {
    const where = placeInParameter(statements[index] ?? first);
    return each.$type === 'Table' ? [tableVersion(each, where)] : parameterVersions(each, where);
  });
  const better = declared.nodes.find((each) => each.better !== undefined)?.better;
  const type = node.type ? (lowerType(node.type, place) ?? money) : money;
  return {
    ...declarationBase(node, declared, place),
    kind: 'parameter',
    type,
    dimensions:
      node.$type === 'Table' ? node.dimensions.map((each) => lowerDimension(each, place)) : [],
    columns:
      node.$type === 'Table'
        ? node.columns.map((column) => ({
            name: column.name,
            type: lowerType(column.type, place) ?? money,
          }))
        : [],
    ...(better && { better: better === 'better_high' ? 'high' : 'low' }),
    versions,
  };
}

function tableVersion(table: Table, place: Place): ParameterVersion {
  return {
    validity: statementValidity(table),
    ...lowerTableVersion(table, place),
    ...whereOf(table, place),
    ...provenanceOf(table, place),
  };
}

function parameterVersions(node: Parameter, place: Place): readonly ParameterVersion[] {
  const type = lowerType(node.type, place) ?? money;
  return node.versions.map((version): ParameterVersion => {
    const dated = version.$type === 'DatedVersion' ? version : undefined;
    return {
      validity: dated?.validity ? lowerValidity(dated.validity) : statementValidity(node),
      ...(dated?.year !== undefined && { year: Number.parseInt(dated.year, 10) }),
      cells: [{ match: [], value: versionValue(version, type, place), span: spanOf(version) }],
      ...whereOf(version, place),
      ...provenanceOf(version.annotations.length > 0 ? version : node, place),
    };
  });
}

function versionValue(version: PlainVersion | DatedVersion, type: ValueType, place: Place): Expr {
  return withLimits(lowerCellValue(version.value, type, place), version, place);
}

function provenanceOf(
  node: { readonly annotations?: Parameters<typeof notesOf>[0] },
  place: Place,
): Pick<ParameterVersion, 'provenance'> {
  const { provenance } = notesOf(node.annotations ?? [], place);
  return provenance ? { provenance } : {};
}

function lowerDimension(node: DimensionNode, place: Place): Dimension {
  if (node.$type === 'BracketDimension') return { name: '分段', type: money, bands: node.basis };
  return fieldDimension(node.field, place);
}

/** The dimension that a field or an enumeration gives: by its name, with the type of its members. */
export function fieldDimension(field: Reference<Named>, place: Place): Dimension {
  const resolution = place.scope.resolveReference(field);
  const name = field.$refText.replace(/^「|」$/g, '');
  if (resolution.kind === 'enumeration') {
    return { name, type: { kind: 'enumeration', enumeration: resolution.declared.id } };
  }
  if (resolution.kind === 'input') {
    const [input] = resolution.declared.nodes;
    const type = lowerType(input.type, place) ?? money;
    return { name, type: type.kind === 'set' ? { ...type, kind: 'enumeration' } : type };
  }
  if (resolution.kind === 'definition') {
    const [definition] = resolution.declared.nodes;
    return { name, type: lowerType(definition.type, place) ?? money };
  }
  return { name, type: money };
}

/** 授权: which parameter, or the 缺省 of which input, for whom, within what. */
export function lowerDelegation(node: Delegation, statement: StatementPlace): void {
  const place = placeInParameter(statement);
  const target = place.scope.resolveReference(node.target);
  if (target.kind !== 'parameter' && target.kind !== 'input') return;
  const { name, id } = target.declared;
  const base = declarationBase(node, { id: `${statement.document.id}/授权 ${name}`, name }, place);
  const deadline = node.bounds.find((bound) => bound.$type === 'DeadlineBound')?.date;
  const until = deadline === undefined ? undefined : parseDate(deadline);
  statement.context.declarations.push({
    ...base,
    kind: 'delegation',
    parameter: id,
    levels: node.levels,
    bounds: node.bounds.flatMap((bound) => lowerBound(bound, place)),
    splits: node.bounds.flatMap((bound) =>
      bound.$type === 'SplitBound' ? bound.keys.map((key) => fieldDimension(key, place)) : [],
    ),
    ...(until !== undefined && { until: until - 1 }),
  });
}

function lowerBound(bound: Bounding, place: Place): readonly Bound[] {
  switch (bound.$type) {
    case 'LimitBound': {
      const value = lowerExpression(bound.value, place);
      return [{ kind: bound.word === 'at_least' ? 'at-least' : 'at-most', value }];
    }
    case 'BetweenBound':
      return [
        {
          kind: 'between',
          low: lowerExpression(bound.low, place),
          high: lowerExpression(bound.high, place),
        },
      ];
    case 'StepBound':
      return [{ kind: 'step', value: lowerExpression(bound.value, place) }];
    case 'NoWorseBound':
      return [{ kind: 'no-worse' }];
    case 'MonotoneBound':
      return [
        {
          kind: 'monotone',
          direction: bound.direction,
          dimension: bound.key.$refText.replace(/^「|」$/g, ''),
        },
      ];
    default:
      return [];
  }
}

/** 确定: the value that holds in this document's place, from its 施行 unless it says otherwise. */
export function lowerFill(node: Determination, statement: StatementPlace): void {
  const place = placeInParameter(statement);
  const target = place.scope.resolveReference(node.target);
  if (target.kind !== 'parameter') return;
  const { name, id } = target.declared;
  const [declaring] = target.declared.nodes;
  const type = (declaring.type && lowerType(declaring.type, place)) ?? money;
  const base = declarationBase(node, { id: `${statement.document.id}/确定 ${name}`, name }, place);
  const keys = node.keys.map((key) => fieldDimension(key, place));
  const columns =
    declaring.$type === 'Table' && declaring.columns.length > 0
      ? declaring.columns.map((column) => ({
          name: column.name,
          type: lowerType(column.type, place) ?? money,
        }))
      : [{ type }];
  const cells: readonly Cell[] = node.value
    ? [
        {
          match: [],
          value: withLimits(lowerCellValue(node.value, type, place), node, place),
          span: spanOf(node.value),
          ...provenanceOf(node, place),
        },
      ]
    : lowerRows(node.rows, { dimensions: keys.length, columns }, place);
  statement.context.declarations.push({
    ...base,
    kind: 'fill',
    parameter: id,
    validity: ownOrDocument(node.validity, statement),
    dimensions: keys,
    cells,
  });
}

/** 特别规定: one declaration for each value it sets. */
export function lowerDerogation(node: Derogation, statement: StatementPlace): void {
  const place = placeInParameter(statement);
  const when = node.condition && lowerCondition(node.condition, place);
  for (const override of node.overrides) {
    const target = place.scope.resolveReference(override.target);
    if (target.kind !== 'parameter') continue;
    const { name, id } = target.declared;
    const [declaring] = target.declared.nodes;
    const type = (declaring.type && lowerType(declaring.type, place)) ?? money;
    const own = { id: `${statement.document.id}/特别规定 ${name}`, name };
    statement.context.declarations.push({
      ...declarationBase(override, own, place),
      kind: 'derogation',
      parameter: id,
      validity: ownOrDocument(node.validity, statement),
      ...(when && { when }),
      value: lowerExpression(override.value, place, type),
      ifBetter: override.better,
    });
  }
}
