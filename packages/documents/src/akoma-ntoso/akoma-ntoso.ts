import { printDate } from '@tiaoli/base';
import type { ClauseDeclaration, DocumentDeclaration, Module } from '@tiaoli/ir';
import { create } from 'xmlbuilder2';
import type { ClauseNode } from './clause-tree.ts';
import { clauseTree } from './clause-tree.ts';

type Writer = ReturnType<typeof create>;

const namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
const tool = '#tiaoli';

/**
 * The clauses of one version as Akoma Ntoso 3.0: an `act` with the number, the heading and the quoted words of each, nested
 * as they are. Words that are a paraphrase have the status `edited`, those of the document `verbatim`, and a clause
 * without words `incomplete`. Undefined for a module without its document.
 */
export function akomaNtoso(module: Module): string | undefined {
  const document = module.declarations.find(
    (each): each is DocumentDeclaration => each.kind === 'document' && each.id === module.document,
  );
  if (!document) return undefined;
  const clauses = module.declarations.filter(
    (each): each is ClauseDeclaration =>
      each.kind === 'clause' && each.document === module.document,
  );
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(namespace, 'akomaNtoso');
  const act = root.ele('act', { name: 'policy', contains: 'singleVersion' });
  writeMeta(act, document);
  const preface = act.ele('preface').ele('p');
  preface.ele('docTitle').txt(plain(document.title));
  if (document.number !== undefined) preface.ele('docNumber').txt(plain(document.number));
  const body = act.ele('body');
  const tree = clauseTree(clauses);
  // A body has something in it.
  if (tree.length === 0)
    body.ele('hcontainer', { eId: 'none', name: 'empty' }).ele('content').ele('p');
  for (const [at, node] of tree.entries()) writeClause(body, node, `art_${at + 1}`, 0);
  return `${root.doc().end({ prettyPrint: true, indent: '  ' })}\n`;
}

function writeMeta(act: Writer, document: DocumentDeclaration): void {
  const meta = act.ele('meta');
  const from = printDate(document.effective.from ?? 0);
  const work = `/akn/cn/act/${from}/${encodeURIComponent(document.id)}`;
  const expression = `${work}/zho@${from}`;
  const identification = meta.ele('identification', { source: tool });
  const inWork = identification.ele('FRBRWork');
  writeCore(inWork, `${work}/!main`, work, from);
  inWork.ele('FRBRcountry', { value: 'cn' });
  if (document.number !== undefined) inWork.ele('FRBRnumber', { value: plain(document.number) });
  inWork.ele('FRBRname', { value: plain(document.title) });
  const inExpression = identification.ele('FRBRExpression');
  writeCore(inExpression, `${expression}/!main`, expression, from);
  inExpression.ele('FRBRlanguage', { language: 'zho' });
  const inManifestation = identification.ele('FRBRManifestation');
  writeCore(inManifestation, `${expression}/!main.xml`, `${expression}.akn`, from);
  inManifestation.ele('FRBRformat', { value: 'application/akn+xml' });
  const references = meta.ele('references', { source: tool });
  const organizations = document.issuers.length > 0 ? document.issuers : [document.place ?? '国家'];
  for (const [at, name] of organizations.entries()) {
    const id = `issuer_${at + 1}`;
    const href = `/akn/ontology/organization/cn/${encodeURIComponent(name)}`;
    references.ele('TLCOrganization', { eId: id, href, showAs: plain(name) });
  }
  references.ele('TLCOrganization', {
    ...{ eId: 'tiaoli', href: '/akn/ontology/organization/tiaoli', showAs: 'Tiaoli 条例' },
  });
}

/** In the order that the schema demands. */
function writeCore(at: Writer, self: string, uri: string, from: string): void {
  at.ele('FRBRthis', { value: self });
  at.ele('FRBRuri', { value: uri });
  at.ele('FRBRdate', { date: from, name: 'entryIntoForce' });
  at.ele('FRBRauthor', { href: '#issuer_1' });
}

/** An article at the top, paragraphs in it. */
function writeClause(above: Writer, node: ClauseNode, eId: string, depth: number): void {
  const { name, clause, inner } = node;
  const words = wordsOf(clause);
  const status = statusOf(clause, words);
  const element = above.ele(depth === 0 ? 'article' : 'paragraph', { eId, status });
  element.ele('num').txt(plain(name));
  if (inner.length === 0) {
    const content = element.ele('content');
    for (const text of words.length > 0 ? words : ['']) content.ele('p').txt(plain(text));
    return;
  }
  if (words.length > 0) {
    const intro = element.ele('intro');
    for (const text of words) intro.ele('p').txt(plain(text));
  }
  for (const [at, each] of inner.entries()) {
    writeClause(element, each, `${eId}__para_${at + 1}`, depth + 1);
  }
}

/** The words as they are quoted; where only the source tells them, as it does. */
function wordsOf(clause: ClauseDeclaration | undefined): readonly string[] {
  if (!clause) return [];
  if (clause.text.length > 0) return clause.text;
  const told = clause.provenance?.source;
  return told === undefined ? [] : [told];
}

/** What only the source tells is not said to be the words of the document. */
function statusOf(
  clause: ClauseDeclaration | undefined,
  words: readonly string[],
): 'incomplete' | 'edited' | 'verbatim' {
  if (!clause || words.length === 0) return 'incomplete';
  const isParaphrase = clause.provenance?.marks.includes('paraphrased') === true;
  return clause.text.length > 0 && !isParaphrase ? 'verbatim' : 'edited';
}

/** XML 1.0 has no control characters, and no half of a character of two halves. */
function plain(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD');
}
