import type { AstNode } from 'langium';
import type { Dimension, Expression, IndexAccess, Parameter, Table } from '../generated/ast.ts';
import type { DeclaredOf } from './declared.ts';
import type { DocumentScope } from './document-scope.ts';
import { elementEnumeration, memberAmong } from './members.ts';
import { canonicalName, yearIndexes } from './predefined.ts';
import type { KeySource, ParameterResolution, Resolution } from './resolution.ts';
import { dimensionField, enumerationOfField } from './table-shape.ts';

/** Keys of a table that is named without an index: the equally named fields, or the member of an aggregate. */
export function parameterKeys(
  declared: DeclaredOf<'parameter'>,
  node: AstNode,
  scope: DocumentScope,
): readonly KeySource[] {
  const [table] = declared.nodes;
  if (table.$type === 'Parameter') return [];
  const element = elementEnumeration(node, scope);
  return table.dimensions.map((dimension) => {
    const shape = dimensionField(dimension, scope);
    if (shape.kind === 'brackets') return { kind: 'brackets', dimension };
    const runsOver = enumerationOfField(shape.field, scope);
    if (element && runsOver.some(({ id }) => id === element.id)) {
      return { kind: 'element', dimension };
    }
    const isField = shape.field.kind === 'input' || shape.field.kind === 'definition';
    return isField
      ? { kind: 'field', dimension, field: shape.field }
      : { kind: 'missing', dimension };
  });
}

/**
 * `p[上年]`, `t[一级]`, `t[一级, 居民]`: a year for a statistic, else a value for each dimension that it fits.
 *
 * With an index for every dimension they stand in declared order. With fewer, an index that is a bare member goes to the
 * first dimension whose enumeration has it, any other to the next dimension that lacks a field; the rest keep theirs.
 */
export function withIndexes(
  parameter: ParameterResolution,
  node: IndexAccess,
  scope: DocumentScope,
): Resolution {
  const [table] = parameter.declared.nodes;
  if (table.$type === 'Parameter') return withYear(parameter, table, node);
  const keys = [...parameter.keys];
  const isComplete = node.indexes.length === keys.filter(({ kind }) => kind !== 'brackets').length;
  for (const index of node.indexes) {
    const at = isComplete ? nextFree(keys) : dimensionFor(index, keys, table.dimensions, scope);
    const dimension = table.dimensions[at];
    if (dimension === undefined) return tooMany(node, parameter);
    keys[at] = { kind: 'index', dimension, value: index };
  }
  return { ...parameter, keys };
}

function withYear(
  parameter: ParameterResolution,
  table: Parameter | Table,
  node: IndexAccess,
): Resolution {
  const [index, more] = node.indexes;
  const name = index?.$type === 'NameReference' ? index.target.$refText : undefined;
  const year = name === undefined ? undefined : canonicalName(yearIndexes, name);
  const offset = yearIndexes.find((each) => each.name === year)?.offset;
  if (table.$type !== 'Parameter' || offset === undefined || more) return tooMany(node, parameter);
  return { ...parameter, yearOffset: offset };
}

function nextFree(keys: readonly KeySource[]): number {
  return keys.findIndex(({ kind }) => kind !== 'index' && kind !== 'brackets');
}

function dimensionFor(
  index: Expression,
  keys: readonly KeySource[],
  dimensions: readonly Dimension[],
  scope: DocumentScope,
): number {
  const isFree = (at: number): boolean =>
    keys[at]?.kind !== 'index' && keys[at]?.kind !== 'brackets';
  if (index.$type === 'NameReference') {
    const name = index.target.$refText;
    const fitting = dimensions.findIndex((dimension, at) => {
      const shape = dimensionField(dimension, scope);
      if (shape.kind === 'brackets' || !isFree(at)) return false;
      return memberAmong(enumerationOfField(shape.field, scope), name, scope) !== undefined;
    });
    if (fitting !== -1) return fitting;
  }
  const lacking = dimensions.findIndex((_, at) => keys[at]?.kind === 'missing');
  return lacking !== -1 ? lacking : nextFree(keys);
}

function tooMany(node: IndexAccess, parameter: ParameterResolution): Resolution {
  const text = node.indexes.map(({ $cstNode }) => $cstNode?.text ?? '').join('、');
  return { kind: 'unresolved', name: text, reason: 'part', within: parameter.declared.name };
}
