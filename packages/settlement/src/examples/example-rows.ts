import type { Diagnostic } from '@tiaoli/base';
import type { CatalogueTable } from '@tiaoli/catalogue';
import { rowsOfCells } from '@tiaoli/catalogue';
import type {
  CatalogueDeclaration,
  Declaration,
  ExampleDeclaration,
  Module,
  ReferenceData,
} from '@tiaoli/ir';
import { ofKind } from '../case/vocabulary.ts';

/** The rows that an example gives a catalogue. */
export interface ExampleRows {
  readonly catalogue: string;
  /** Key of the rows among those handed to a calculation. */
  readonly content: string;
  readonly table?: CatalogueTable;
  readonly findings: readonly Diagnostic[];
}

/** What stands behind 目录 in an example, read by the schemas of `module`. */
export function exampleRows(
  { catalogues = [] }: ExampleDeclaration,
  { declarations }: Module,
): readonly ExampleRows[] {
  const members = new Map(
    ofKind(declarations, 'enumeration').map((each) => [each.id, each.members.map(nameOf)]),
  );
  const membersOf = (enumeration: string): readonly string[] => members.get(enumeration) ?? [];
  return catalogues.flatMap(({ catalogue: id, rows, span }) => {
    const catalogue = ofKind(declarations, 'catalogue').find((each) => each.id === id);
    if (!catalogue) return [];
    return [{ catalogue: id, ...rowsOfCells(rows, catalogue, { path: span.file, membersOf }) }];
  });
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** The module with those rows in the place of the catalogue's own and of everything that changes them. */
export function withRows(module: Module, rows: readonly ExampleRows[]): Module {
  if (rows.length === 0) return module;
  const given = new Map(rows.map((each) => [each.catalogue, each]));
  const declarations = module.declarations.flatMap((each): readonly Declaration[] => {
    if (each.kind === 'catalogue-change') return given.has(each.catalogue) ? [] : [each];
    const found = each.kind === 'catalogue' ? given.get(each.id) : undefined;
    return found && each.kind === 'catalogue' ? [replaced(each, found)] : [each];
  });
  return { ...module, declarations };
}

function replaced(catalogue: CatalogueDeclaration, { content }: ExampleRows): CatalogueDeclaration {
  return { ...catalogue, parts: [{ file: '算例', content, removes: false, validity: {} }] };
}

export function withCatalogues(
  reference: ReferenceData,
  rows: readonly ExampleRows[],
): ReferenceData {
  const own = rows.flatMap(({ content, table }) => (table ? [[content, table] as const] : []));
  return { ...reference, catalogues: new Map([...(reference.catalogues ?? []), ...own]) };
}
