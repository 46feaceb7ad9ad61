import type { AstNode } from 'langium';
import type { ChildRecords, Determination, Dimension, Table, TypeUse } from '../generated/ast.ts';
import type { DeclaredOf } from './declared.ts';
import type { DocumentScope } from './document-scope.ts';
import type { Resolution } from './resolution.ts';

/** A statement that holds rows: a table, the cells of a 确定, the records of an example. */
export type TableStatement = Table | Determination | ChildRecords;

/** What one dimension of a table runs over. */
export type DimensionField =
  | { readonly kind: 'field'; readonly name: string; readonly field: Resolution }
  /** 分段: a stretch of an amount that the layer gives, not a field. */
  | { readonly kind: 'brackets'; readonly basis: 'absolute' | 'excess' };

export function enclosingTable(node: AstNode): TableStatement | undefined {
  let each: AstNode | undefined = node;
  while (each !== undefined) {
    const { $type } = each;
    if ($type === 'Table' || $type === 'Determination' || $type === 'ChildRecords') {
      return each as TableStatement;
    }
    each = each.$container;
  }
  return undefined;
}

/** The dimensions of a table or of the cells of a 确定, in declared order. */
export function dimensionsOf(
  table: Table | Determination,
  scope: DocumentScope,
): readonly DimensionField[] {
  if (table.$type === 'Table') return table.dimensions.map((each) => dimensionField(each, scope));
  return table.keys.map((key) => ({
    kind: 'field',
    name: key.$refText,
    field: scope.resolveReference(key, table),
  }));
}

export function dimensionField(dimension: Dimension, scope: DocumentScope): DimensionField {
  if (dimension.$type === 'BracketDimension') return { kind: 'brackets', basis: dimension.basis };
  const { field } = dimension;
  return { kind: 'field', name: field.$refText, field: scope.resolveReference(field, dimension) };
}

/** Enumerations that the key cells of a table, or the value cells of records, may name members of. */
export function tableEnumerations(
  node: AstNode,
  scope: DocumentScope,
): readonly DeclaredOf<'enumeration'>[] {
  const table = enclosingTable(node);
  if (table === undefined) return [];
  if (table.$type === 'ChildRecords') return recordEnumerations(table, scope);
  const fields = dimensionsOf(table, scope).flatMap((dimension) =>
    dimension.kind === 'field' ? enumerationOfField(dimension.field, scope) : [],
  );
  return [...fields, ...valueEnumerations(table, scope)];
}

function valueEnumerations(
  table: Table | Determination,
  scope: DocumentScope,
): readonly DeclaredOf<'enumeration'>[] {
  if (table.$type === 'Determination') return [];
  const uses = table.type ? [table.type] : table.columns.map(({ type }) => type);
  return uses.flatMap((use) => enumerationOfUse(use, scope));
}

function recordEnumerations(
  records: ChildRecords,
  scope: DocumentScope,
): readonly DeclaredOf<'enumeration'>[] {
  const entity = records.entity.$refText;
  return scope
    .declarations('input')
    .filter((input) => input.entity === entity)
    .flatMap((input) => enumerationOfUse(input.nodes[0].type, scope));
}

/** The enumeration over which a field runs; the field of a dimension may also be an enumeration itself. */
export function enumerationOfField(
  field: Resolution,
  scope: DocumentScope,
): readonly DeclaredOf<'enumeration'>[] {
  if (field.kind === 'enumeration') return [field.declared];
  if (field.kind !== 'input' && field.kind !== 'definition') return [];
  return enumerationOfUse(field.declared.nodes[0].type, scope);
}

/** The enumeration that a type names, sought where the type is written; a list of one, or empty. */
export function enumerationOfUse(
  use: TypeUse | undefined,
  scope: DocumentScope,
): readonly DeclaredOf<'enumeration'>[] {
  const name = use?.base?.$refText;
  if (use === undefined || name === undefined) return [];
  const [first] = scope.home(use).lookup(name, 'enumeration');
  return first?.kind === 'enumeration' ? [first] : [];
}

/** The entity whose records a type names (`出资人：参保人`), sought where the type is written. */
export function entityOfUse(
  use: TypeUse | undefined,
  scope: DocumentScope,
): DeclaredOf<'entity'> | undefined {
  const name = use?.base?.$refText;
  if (use === undefined || name === undefined || enumerationOfUse(use, scope).length > 0) {
    return undefined;
  }
  const [first] = scope.home(use).lookup(name, 'entity');
  return first?.kind === 'entity' ? first : undefined;
}
