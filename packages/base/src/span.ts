/** A place in a source text. */
export interface Position {
  /** UTF-16 code units from the start of the text, from 0. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** UTF-16 code units from the start of the line, from 1. */
  readonly column: number;
}

/** A stretch of one source text; `end` is the first position behind it. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** The place of a finding about a whole file. */
export function fileSpan(file: string): Span {
  const start = { offset: 0, line: 1, column: 1 };
  return { file, start, end: start };
}
