import type { Position, TextEdit } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import { changedLines } from './changed-lines.ts';
import type { PositionParams } from './places.ts';

/** What ends a statement, a block or a line. */
export const formattingTriggers: readonly [string, ...string[]] = ['；', ';', '}', '｝', '\n'];

interface OnTypeParams extends PositionParams {
  readonly ch: string;
}

/**
 * `textDocument/onTypeFormatting`: the statement, block or line that was just ended in its canonical form. Nothing else
 * moves, and nothing at all while the document does not parse.
 */
export function formatTyped(
  session: Session,
  { textDocument, position, ch }: OnTypeParams,
): TextEdit[] {
  const path = session.pathOf(textDocument.uri);
  const text = session.textOf(path);
  const formatted = session.workspace.editor.formatted(path);
  if (text === undefined || formatted === undefined) return [];
  const lines = text.split('\n');
  const last = ch === '\n' ? position.line - 1 : position.line;
  const first = ch === '\n' ? last : firstLine(lines, { ...position, line: last }, ch);
  return changedLines(text, formatted)
    .flatMap(singleLines)
    .filter(({ range: { start, end } }) => {
      // The end of an edit of whole lines stands before the next line.
      const lastChanged = end.character === 0 ? end.line - 1 : end.line;
      return first <= start.line && lastChanged <= last;
    });
}

/** Lines beside each other that change into as many are changed each by itself. */
function singleLines(edit: TextEdit): readonly TextEdit[] {
  const { start, end } = edit.range;
  const lines = edit.newText.split('\n').slice(0, -1);
  if (start.character > 0 || end.character > 0 || end.line - start.line !== lines.length) {
    return [edit];
  }
  return lines.map((line, at) => ({
    range: {
      start: { line: start.line + at, character: 0 },
      end: { line: start.line + at + 1, character: 0 },
    },
    newText: `${line}\n`,
  }));
}

/** Where the statement or the block begins that ends at the position. */
function firstLine(lines: readonly string[], { line, character }: Position, ch: string): number {
  const isBlock = ch === '}' || ch === '｝';
  let depth = 0;
  for (let at = line; at >= 0; at -= 1) {
    const whole = lines[at] ?? '';
    const read = withoutTexts(at === line ? whole.slice(0, Math.max(0, character - 1)) : whole);
    for (let mark = read.length - 1; mark >= 0; mark -= 1) {
      const sign = read.charAt(mark);
      depth += depthOf(sign);
      if (isBlock && depth < 0) return at;
      const isBefore =
        depth < 0 || (depth === 0 && /[；;]/.test(sign)) || (depth === 1 && /[}｝]/.test(sign));
      // What stands alone behind the mark begins on the next line.
      if (!isBlock && isBefore) return read.slice(mark + 1).trim() === '' ? at + 1 : at;
    }
  }
  return 0;
}

/** Read backwards: a closing brace opens a block. */
function depthOf(sign: string): number {
  if (/[}｝]/.test(sign)) return 1;
  return /[{｛]/.test(sign) ? -1 : 0;
}

/** Quoted words and comments end nothing. */
function withoutTexts(line: string): string {
  return line.replace(/\/\/.*$|["“”＂][^"“”＂]*["“”＂]|「[^」]*」/g, '');
}
