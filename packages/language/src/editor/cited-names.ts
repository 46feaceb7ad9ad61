import { AstUtils, GrammarUtils } from 'langium';
import type { Citation, File } from '../generated/ast.ts';
import { isCitation } from '../generated/ast.ts';
import type { LinkedFile } from '../link-documents.ts';
import type { NameRow } from './name-uses.ts';
import { clauseSymbol, placeOf } from './name-uses.ts';

/** The documents, and their clauses, that a file cites and that are open, in the order of the text. */
export function citedNames(
  linked: LinkedFile,
  files: ReadonlyMap<string, LinkedFile>,
): readonly NameRow[] {
  const citations = new Set([...inHeader(linked.open.file), ...linked.open.citations]);
  return [...citations].flatMap((citation) => namesOf(citation, linked, files));
}

function inHeader(file: File): readonly Citation[] {
  return (file.document?.fields ?? []).flatMap((field) =>
    AstUtils.streamAst(field).filter(isCitation).toArray(),
  );
}

function namesOf(
  citation: Citation,
  { open, registry }: LinkedFile,
  files: ReadonlyMap<string, LinkedFile>,
): readonly NameRow[] {
  // A statement that is being typed may lack what it cites.
  if (citation.document === undefined) return [];
  const id = registry.find(citation);
  const cst = GrammarUtils.findNodeForProperty(citation.$cstNode, 'document');
  if (id === undefined || !cst) return [];
  const header = [...files.values()].find(({ document }) => document.id === id)?.open.header;
  const name = header?.title ?? id;
  const document: NameRow = {
    kind: 'document',
    id,
    name,
    role: 'reference',
    ...placeOf(cst, open.path),
    use: 'other',
    node: citation,
  };
  const clauses = GrammarUtils.findNodesForProperty(citation.$cstNode, 'clauses');
  return [
    document,
    ...clauses.flatMap((clause): readonly NameRow[] => {
      const head = clauseSymbol(id, clause.text);
      const place = placeOf(clause, open.path);
      return head ? [{ ...head, role: 'reference', ...place, use: 'other', node: citation }] : [];
    }),
  ];
}
