import { printRational } from '@tiaoli/base';
import type { CatalogueKeyColumn, CatalogueSchema, CatalogueValueColumn } from '@tiaoli/ir';
import { money } from '@tiaoli/ir';
import type { Catalogue, CatalogueColumn, CatalogueKey, TypeUse } from '../generated/ast.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { numericLiteral } from '../types/type-use.ts';
import { typeOfUse } from './types.ts';

/** What the rows of a 目录 look like. Precondition: checked. */
export function schemaOf({ items }: Catalogue, scope: DocumentScope): CatalogueSchema {
  const validity = items.find((each) => each.$type === 'CatalogueValidity');
  return {
    keys: items.flatMap((each) => (each.$type === 'CatalogueKey' ? [keyOf(each, scope)] : [])),
    columns: items.flatMap((each) =>
      each.$type === 'CatalogueColumn' ? [columnOf(each, scope)] : [],
    ),
    ...(validity && {
      validity: { from: validity.from, ...(validity.to !== undefined && { to: validity.to }) },
    }),
  };
}

function keyOf(node: CatalogueKey, scope: DocumentScope): CatalogueKeyColumn {
  const { name, word, low, high } = node;
  const type = typeOfUse(node.type, scope) ?? money;
  if (low === undefined || high === undefined) return { name, type };
  return { name, type, range: { low, high, included: word === 'at_least' ? 'low' : 'high' } };
}

function columnOf(
  { name, type: use }: CatalogueColumn,
  scope: DocumentScope,
): CatalogueValueColumn {
  return {
    name,
    type: typeOfUse(use, scope) ?? money,
    ...boundOf('low', use),
    ...boundOf('high', use),
    ...(use.places !== undefined && { places: Number(use.places) }),
    ...(use.optional && { absent: use.absent === 'unlimited' ? 'unlimited' : 'none' }),
  };
}

function boundOf(end: 'low' | 'high', use: TypeUse): Partial<CatalogueValueColumn> {
  const bound = use[end];
  const value = bound && numericLiteral(bound);
  return value ? { [end]: printRational(value) } : {};
}
