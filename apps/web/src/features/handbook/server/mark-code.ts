import { escapeHtml } from './escape-html.ts';

/** Comments, quotes and names in 「」, so that what is read aloud stands out from what is a rule. */
const parts = /(\/\/[^\n]*)|("[^"\n]*"|“[^”\n]*”)|(「[^」\n]*」)/g;
const kinds = ['comment', 'quote', 'name'] as const;

/** A source as HTML, with its comments, quotes and names marked. */
export function markCode(code: string): string {
  let end = 0;
  let html = '';
  for (const found of code.matchAll(parts)) {
    const kind = kinds[found.slice(1).findIndex((part) => part !== undefined)] ?? 'name';
    html += escapeHtml(code.slice(end, found.index));
    html += `<span data-kind="${kind}">${escapeHtml(found[0])}</span>`;
    end = found.index + found[0].length;
  }
  return html + escapeHtml(code.slice(end));
}
