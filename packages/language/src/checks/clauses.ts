import type { Diagnostic } from '@tiaoli/base';
import { AstUtils } from 'langium';
import type { Article, Element } from '../generated/ast.ts';
import { isArticle, isSourceNote } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';

const MOST_LINES = 2000;

/** Clauses hold rules or say why not, quote what they encode; reasons are given; files stay small. */
export function checkClauses({ nodes, linked }: CheckContext): readonly Diagnostic[] {
  return [
    ...nodes('Article').flatMap(checkArticle),
    ...nodes('Unseen').flatMap((node) => emptyReason(node, '未见', node.reason)),
    ...nodes('Uncoded').flatMap((node) => emptyReason(node, '未编码', node.reason)),
    ...nodes('InexpressibleClause').flatMap((node) => emptyReason(node, '无法表达', node.reason)),
    ...nodes('Inexpressible').flatMap((node) => emptyReason(node, '无法表达', node.reason)),
    ...checkSize(linked.open.text, linked.document.header.span),
  ];
}

function checkArticle(article: Article): readonly Diagnostic[] {
  const { body, number, status } = article;
  const rules = body.filter((element) => !isArticle(element));
  if (status && holdsRules(body)) {
    return [finding('clause-status-with-rules', spanOf(article), { number })];
  }
  if (!status && body.length === 0) {
    return [finding('clause-without-rules', spanOf(article), { number })];
  }
  return rules.length > 0 && !isQuoted(article)
    ? [finding('uncited-clause', spanOf(article), { number })]
    : [];
}

function holdsRules(body: readonly Element[]): boolean {
  return body.some((element) =>
    element.$type === 'Article' ? holdsRules(element.body) : element.$type !== 'Inexpressible',
  );
}

/** Its own text or that of a clause around it; else a source, given for the clause or for the values in it. */
function isQuoted(article: Article): boolean {
  if (article.text.length > 0) return true;
  if (AstUtils.streamAst(article).some(isSourceNote)) return true;
  const { $container } = article;
  return isArticle($container) && isQuoted($container);
}

function emptyReason(
  node: Parameters<typeof spanOf>[0],
  word: string,
  reason: string | undefined,
): readonly Diagnostic[] {
  return reason?.trim() ? [] : [finding('empty-reason', spanOf(node), { word })];
}

function checkSize(text: string, span: Diagnostic['span']): readonly Diagnostic[] {
  const lines = text.split('\n').length;
  return lines > MOST_LINES
    ? [finding('document-too-large', span, { lines, most: MOST_LINES })]
    : [];
}
