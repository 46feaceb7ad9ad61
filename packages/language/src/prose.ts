import type { Diagnostic } from '@tiaoli/base';
import type { Element, File } from './generated/ast.ts';
import { finding } from './messages.ts';
import { canonicalBySpelling } from './syntax/spellings.ts';

/**
 * A text that holds nothing of the language, such as the words of a notice: it lacks its header, and what the parser says of
 * its words helps nobody. The one finding of such a text; undefined for any other.
 */
export function findProse(
  file: File,
  text: string,
  { path, syntax }: { readonly path: string; readonly syntax: readonly Diagnostic[] },
): Diagnostic | undefined {
  const [first] = syntax;
  const isUnread = syntax.some(({ code }) => unread.has(code));
  const isProse = first && !file.document && !hasHeader(text) && file.elements.every(isEmpty);
  if (isUnread || !isProse || canonicalBySpelling.has(firstWord(text))) return undefined;
  const lines = text.split('\n');
  const end = { offset: text.length, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  const start = { offset: 0, line: 1, column: 1 };
  return finding('missing-document-header', { file: path, start, end }, {});
}

/** Of such a text nothing is known. */
const unread: ReadonlySet<string> = new Set(['source-too-large', 'parser-failure']);

/** A header that could not be read is no missing one: its own mistake is told. */
function hasHeader(text: string): boolean {
  return /^[ \t\u3000]*(?:语言|language|文件|document)[^。\n]*[{｛「"“0-9]/mu.test(text);
}

/** 第一条 in front of prose is read as an article that holds nothing. */
function isEmpty(element: Element): boolean {
  return (
    element.$type === 'Article' &&
    element.text.length === 0 &&
    element.body.length === 0 &&
    element.status === undefined
  );
}

function firstWord(text: string): string {
  return /[\p{L}\p{M}_]+/u.exec(text)?.[0] ?? '';
}
