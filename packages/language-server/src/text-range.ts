import type { Span, Position as TextPosition } from '@tiaoli/base';
import type { Position, Range } from 'vscode-languageserver';

/** The protocol counts lines and columns from 0; both count UTF-16 code units. */
export function rangeOf({ start, end }: Pick<Span, 'start' | 'end'>): Range {
  return { start: positionOf(start), end: positionOf(end) };
}

function positionOf({ line, column }: TextPosition): Position {
  return { line: line - 1, character: column - 1 };
}

/** True when the two ranges touch or overlap. */
export function meets(left: Range, right: Range): boolean {
  return !isBefore(left.end, right.start) && !isBefore(right.end, left.start);
}

function isBefore(left: Position, right: Position): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character);
}
