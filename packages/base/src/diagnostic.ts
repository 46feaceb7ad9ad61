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
}

export interface RelatedSpan {
  readonly message: LocalText;
  readonly span: Span;
}
