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
  return path.length === 0 ? name : `${name} ${pathText(path)}`;
}

/** The clause within its document: `条「五」「（二）」`. */
export function pathText(path: readonly string[]): string {
  return `条${path.map((part) => `「${part}」`).join('')}`;
}

/**
 * Where a declaration itself stands. What is set under another document's clause (据 … 条 …) names that clause; the
 * place of the text is then the innermost clause of its own document around it.
 */
export function standingOf(
  { clause, document, span }: Declaration,
  declarations: readonly Declaration[],
): ClauseRef {
  if (clause?.document === document) return clause;
  const around = declarations.flatMap((each) =>
    each.kind === 'clause' &&
    each.document === document &&
    each.span.start.offset <= span.start.offset &&
    span.end.offset <= each.span.end.offset
      ? [each.path]
      : [],
  );
  const innermost = around.toSorted((left, right) => right.length - left.length)[0];
  return { document, path: innermost ?? [] };
}
