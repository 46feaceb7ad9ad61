import type { Range, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The first place where `words` stand in the text; throws on a slip of the test. */
export function rangeOf(words: string, text: string): Range {
  const document = TextDocument.create('', '', 0, text);
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`not in the text: ${words}`);
  return { start: document.positionAt(at), end: document.positionAt(at + words.length) };
}

/** The text that stands in a range. */
export function textIn(range: Range, text: string): string {
  return TextDocument.create('', '', 0, text).getText(range);
}

/** The text after edits. */
export function applied(edits: readonly TextEdit[], text: string): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [...edits]);
}
