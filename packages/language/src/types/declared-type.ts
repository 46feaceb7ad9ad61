import type { CellValue, Definition, Layer, Slot } from '../generated/ast.ts';
import { isExpression } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { outputField } from '../references/output-fields.ts';
import type { WatchResultName } from '../references/predefined.ts';
import type {
  CatalogueCellResolution,
  ParameterResolution,
  Resolution,
} from '../references/resolution.ts';
import type { Inferred, LanguageType } from './language-type.ts';
import { unknownValue } from './language-type.ts';
import { constnessOfUse, typeOfUse } from './type-use.ts';
import { widest } from './widest.ts';

const money: LanguageType = { kind: 'money' };

/** Type of what a name stands for. */
export function resolvedType(resolution: Resolution, scope: DocumentScope): Inferred {
  switch (resolution.kind) {
    case 'parameter':
      return parameterType(resolution, scope);
    case 'input': {
      const { type: use } = resolution.declared.nodes[0];
      const type = typeOfUse(use, scope);
      return {
        type,
        optional: use?.optional ?? false,
        constness: use ? constnessOfUse(use, type) : 'open',
      };
    }
    case 'definition':
      return definitionType(resolution.declared, scope);
    case 'share-part':
    case 'layer-state':
    case 'pool':
    case 'waterfall-name':
      return { type: money, optional: false, constness: 'open' };
    case 'accumulator': {
      const [{ type, aggregate }] = resolution.declared.nodes;
      return { type: typeOfUse(type, scope), optional: aggregate === 'latest', constness: 'open' };
    }
    case 'layer-result': {
      const optional = resolution.declared.nodes.some(mayNotApply);
      const type: LanguageType = resolution.result === '适用比例' ? { kind: 'rate' } : money;
      return { type, optional, constness: 'open' };
    }
    case 'catalogue-cell':
      return cellType(resolution, scope);
    case 'member':
      return constant({ kind: 'enumeration', enumeration: resolution.enumeration.id });
    case 'element': {
      const { id } = resolution.enumeration;
      return {
        type: { kind: 'enumeration', enumeration: id },
        optional: false,
        constness: 'finite',
      };
    }
    case 'record-name':
      return constant({ kind: 'text' });
    case 'service-result':
      return { type: { kind: 'date' }, optional: false, constness: 'open' };
    case 'metric-result':
      return { type: { kind: 'rate' }, optional: false, constness: 'open' };
    case 'watch-result':
      return watchResultType(resolution.result);
    case 'group':
      return constant(groupType(resolution.declared, scope));
    case 'year-index':
      return constant({ kind: 'integer' });
    case 'output-field':
      return outputType(resolution, scope);
    default:
      return unknownValue;
  }
}

/** A claim that is no check of the list has none of them. */
function watchResultType(result: WatchResultName): Inferred {
  const type = watchResultTypes[result];
  return { type: { kind: type }, optional: true, constness: 'open' };
}

const watchResultTypes = {
  月: 'integer',
  金额: 'money',
  界线: 'money',
  列入: 'boolean',
} as const;

/** A row alone is known to be there or not; anything else is asked of a column. */
function cellType(
  { declared, column: name }: CatalogueCellResolution,
  scope: DocumentScope,
): Inferred {
  const { items } = declared.nodes[0];
  const column = items.find((each) => each.$type === 'CatalogueColumn' && each.name === name);
  if (column?.$type !== 'CatalogueColumn') return unknownValue;
  const { type: use } = column;
  return { type: typeOfUse(use, scope), optional: use?.optional ?? false, constness: 'open' };
}

function constant(type: LanguageType): Inferred {
  return { type, optional: false, constness: 'static' };
}

function parameterType(
  { declared, column, keys }: ParameterResolution,
  scope: DocumentScope,
): Inferred {
  const [node] = declared.nodes;
  const columns = node.$type === 'Table' ? node.columns : [];
  const use = column === undefined ? node.type : columns.find(({ name }) => name === column)?.type;
  const declaredType = typeOfUse(use, scope);
  const type = declaredType.kind === 'rate' && holdsPoints(declared, scope) ? points : declaredType;
  const constness = keys.length === 0 ? 'static' : 'finite';
  return { type, optional: use?.optional || declared.nodes.some(saysNotApplicable), constness };
}

/** Whether a table has a row, or a cell, that is 不适用. */
function saysNotApplicable(node: DeclaredOf<'parameter'>['nodes'][number]): boolean {
  if (node.$type === 'Parameter') return false;
  return node.rows.some((row) =>
    row.$type === 'KeyedRow'
      ? row.value?.$type === 'NotApplicable'
      : row.cells.some(({ content }) => content?.$type === 'NotApplicable'),
  );
}

const points: LanguageType = { kind: 'points' };

/** A parameter of type 比例 whose values are all written in 个百分点 is a number of points. */
function holdsPoints(declared: DeclaredOf<'parameter'>, scope: DocumentScope): boolean {
  const values = declared.nodes.flatMap((node): readonly CellValue[] => {
    if (node.$type === 'Parameter') return node.versions.map(({ value }) => value);
    return node.rows.flatMap((row) => (row.$type === 'KeyedRow' ? [row.value] : []));
  });
  const written = values.filter((value) => value !== undefined).filter(isExpression);
  return written.length > 0 && written.every((value) => scope.typeOf(value).type.kind === 'points');
}

function definitionType(declared: DeclaredOf<'definition'>, scope: DocumentScope): Inferred {
  const [node] = declared.nodes;
  const bodies = bodiesOf(node).map((body) => scope.typeOf(body));
  const { optional, constness } = widest(bodies);
  return {
    type: typeOfUse(node.type, scope),
    optional: optional || hasNotApplicable(node),
    constness: node.rounding === undefined ? constness : 'open',
  };
}

function bodiesOf(node: Definition) {
  const cases = node.cases.flatMap((each) => (each.$type === 'Overlap' ? [] : [each.value]));
  return [node.value, ...cases].filter((value) => value !== undefined).filter(isExpression);
}

function hasNotApplicable(node: Definition): boolean {
  return node.cases.some(
    (each) => each.$type !== 'Overlap' && each.value?.$type === 'NotApplicable',
  );
}

/** A layer may be 不适用 when it says when it applies, or that 其余 is 不适用. */
export function mayNotApply(layer: Layer): boolean {
  return layer.slots.some(limitsApplication);
}

function limitsApplication(slot: Slot): boolean {
  return (
    slot.$type === 'AppliesSlot' || (slot.$type === 'OtherwiseSlot' && slot.none !== undefined)
  );
}

function groupType(declared: DeclaredOf<'group'>, scope: DocumentScope): LanguageType {
  const [group] = declared.nodes;
  const [first] = group.members;
  const member = first && scope.resolveReference(first, group);
  return member?.kind === 'member'
    ? { kind: 'set', enumeration: member.enumeration.id }
    : { kind: 'unknown' };
}

function outputType(
  { field, declared }: Extract<Resolution, { kind: 'output-field' }>,
  scope: DocumentScope,
): Inferred {
  if (declared) return scope.typeOf(declared.nodes[0].value);
  const known = outputField(field);
  return known ? { type: { kind: known.unit }, optional: false, constness: 'open' } : unknownValue;
}
