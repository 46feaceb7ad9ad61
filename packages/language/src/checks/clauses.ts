import type { Diagnostic, Fix } from '@tiaoli/base';
import { behind, fixOf } from '@tiaoli/base';
import { nodesOf } from '../ast-nodes.ts';
import type { Article, Element } from '../generated/ast.ts';
import { isArticle, isSourceNote } from '../generated/ast.ts';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { CheckContext } from './check.ts';
import { propertySpan, rewrite, withFixes } from './fixes.ts';

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

/** What a clause without rules may say of itself, behind its quoted text. */
function statuses(article: Article): readonly (Fix | undefined)[] {
  const { text } = article;
  const head =
    text.length > 0
      ? propertySpan(article, 'text', text.length - 1)
      : propertySpan(article, 'number');
  const words = ['说明', '未编码 "原因"', '无法表达 "原因"'];
  return words.map((word) => head && fixOf(behind(` ${word}`), head));
}

function checkArticle(article: Article): readonly Diagnostic[] {
  const { body, number, status } = article;
  const rules = body.filter((element) => !isArticle(element));
  if (status && holdsRules(body)) {
    const found = finding('clause-status-with-rules', spanOf(article), { number });
    return [withFixes(found, [rewrite(article, 'status', '')])];
  }
  if (!status && body.length === 0) {
    const found = finding('clause-without-rules', spanOf(article), { number });
    return [withFixes(found, statuses(article))];
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
  if (nodesOf(article).some(isSourceNote)) return true;
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
