import type { Monaco, TextModel } from '../monaco/monaco-types.ts';

/** One stretch of a text, from `start` to before `end`, and what stands there instead. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The least stretch that makes `after` of `before`; undefined when they are the same. No character is cut in two. */
export function smallestReplacement(before: string, after: string): Replacement | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (start > 0 && isHighHalf(before.charCodeAt(start - 1))) start -= 1;
  let tail = 0;
  const left = most - start;
  while (tail < left && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (tail > 0 && isLowHalf(before.charCodeAt(before.length - tail))) tail -= 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** Makes `text` the text of the model as one change that can be undone; cursors outside it stay where they are. */
export function replaceText({ editor, Range }: Monaco, model: TextModel, text: string): void {
  const { CRLF, LF } = editor.EndOfLineSequence;
  // Places are counted with the line ends that the model has now.
  const plain = text.replace(/\uFEFF/y, '').replace(/\r\n?/g, '\n');
  const before = model.getValue(editor.EndOfLinePreference.LF);
  const change = smallestReplacement(before, plain);
  model.pushStackElement();
  if (change) {
    const [from, to] = [positionIn(before, change.start), positionIn(before, change.end)];
    const range = new Range(from.line, from.column, to.line, to.column);
    model.pushEditOperations([], [{ range, text: change.text }], () => null);
  }
  const wanted = text.includes('\r\n') ? CRLF : LF;
  if (model.getEndOfLineSequence() !== wanted && text.includes('\n')) model.pushEOL(wanted);
  model.pushStackElement();
}

function positionIn(text: string, offset: number) {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

function isHighHalf(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
