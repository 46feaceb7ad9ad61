import type { Position, Range } from 'vscode-languageserver';
import type { IPosition, IRange } from '../monaco/monaco-types.ts';

// Both sides count UTF-16 code units; the protocol from 0, Monaco from 1.

export function toMonacoRange({ start, end }: Range): IRange {
  return {
    startLineNumber: start.line + 1,
    startColumn: start.character + 1,
    endLineNumber: end.line + 1,
    endColumn: end.character + 1,
  };
}

export function toMonacoPosition({ line, character }: Position): IPosition {
  return { lineNumber: line + 1, column: character + 1 };
}

export function toPosition({ lineNumber, column }: IPosition): Position {
  return { line: lineNumber - 1, character: column - 1 };
}

export function toRange(range: IRange): Range {
  return {
    start: { line: range.startLineNumber - 1, character: range.startColumn - 1 },
    end: { line: range.endLineNumber - 1, character: range.endColumn - 1 },
  };
}

/** True when the two touch or overlap. */
export function meets(left: Range, right: Range): boolean {
  return !isBefore(left.end, right.start) && !isBefore(right.end, left.start);
}

/** True for a line, counted from 1, on which the range lies. */
export function coversLine({ start, end }: Range, lineNumber: number): boolean {
  return start.line < lineNumber && lineNumber <= end.line + 1;
}

function isBefore(left: Position, right: Position): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character);
}
