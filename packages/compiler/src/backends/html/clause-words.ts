import type { ClauseDeclaration } from '@tiaoli/ir';
import { escapeHtml } from './markup.ts';
import { gradeText } from './value-table.ts';

const statusNames = {
  rules: '',
  note: '说明',
  uncoded: '未编码',
  inexpressible: '无法表达',
} as const;

/** `条「重点救助对象」`, and whether it holds no rules. */
export function clauseHeading({ path, status }: ClauseDeclaration): string {
  const name = path.map((part) => `「${part}」`).join('');
  return status === 'rules' ? `条${name}` : `条${name}（${statusNames[status]}）`;
}

/** What the clause says: the quoted text, and why it holds no rules. */
export function clauseWords({ text, reason, status }: ClauseDeclaration): string {
  const quotes = text.map((each) => `<blockquote><p>${escapeHtml(each)}</p></blockquote>`);
  const why = reason === undefined ? [] : [`<p>${statusNames[status]}：${escapeHtml(reason)}</p>`];
  return [...quotes, ...why].join('');
}

/** Where it was read. A paraphrase stands here and never looks like a quotation. */
export function clauseSource({ provenance }: ClauseDeclaration): string {
  if (!provenance) return '';
  const grade = gradeText(provenance.grade, provenance);
  const source = provenance.source === undefined ? '' : escapeHtml(provenance.source);
  return `<p class="source">${[source, grade].filter((part) => part !== '').join('　')}</p>`;
}
