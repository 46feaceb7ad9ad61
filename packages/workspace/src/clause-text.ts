import type { ClauseRef, Declaration, DocumentDeclaration } from '@tiaoli/ir';

/** How documents are called, by id. */
export type DocumentNames = ReadonlyMap<string, string>;

/** 文号 where there is one, else 《title》. */
export function documentNames(declarations: readonly Declaration[]): DocumentNames {
  return new Map(
    declarations
      .filter((each): each is DocumentDeclaration => each.kind === 'document')
      .map(({ id, number, title }) => [id, number ?? `《${title}》`]),
  );
}

/** A clause as the language itself names it: `鲁政办发〔2022〕12号 条「五」「（二）」`; the document alone outside clauses. */
export function clauseText({ document, path }: ClauseRef, names: DocumentNames): string {
  const name = names.get(document) ?? document;
  return path.length === 0 ? name : `${name} 条${path.map((part) => `「${part}」`).join('')}`;
}
