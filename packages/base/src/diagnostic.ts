import type { LocalText } from './local-text.ts';
import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A finding about a source: a fact, a place, other places, and a way out. */
export interface Diagnostic {
  /** Stable, kebab-case; documented (`tiaoli explain CODE`) and what tests assert on. */
  readonly code: string;
  readonly severity: Severity;
  /** States the fact: one sentence, names quoted, no blame. */
  readonly message: LocalText;
  readonly span: Span;
  readonly related: readonly RelatedSpan[];
  /** What to write instead. */
  readonly hint?: LocalText;
  /** What the hint says, made exact: each of them mends the finding alone; the likeliest first. */
  readonly fixes?: readonly Fix[];
}

/** A change of the text that an editor can make for the author. */
export interface Fix {
  /** What it does, as an order: 写“元”. */
  readonly title: LocalText;
  /** Stretches of the file of the finding, which do not overlap; an empty one is a place to insert at. */
  readonly edits: readonly FixEdit[];
}

export interface FixEdit {
  readonly span: Span;
  readonly text: string;
}

export interface RelatedSpan {
  readonly message: LocalText;
  readonly span: Span;
}
