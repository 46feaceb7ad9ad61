import type { Severity } from './diagnostic.ts';
import type { LocalText } from './local-text.ts';

/** One row of a package's catalogue of messages, under its code; `P` holds what the sentence names. */
export interface MessageEntry<P = never> {
  readonly severity: Severity;
  readonly message: (params: P) => LocalText;
  readonly hint?: (params: P) => LocalText;
  /** What `explain CODE` says beyond the message. */
  readonly explanation: LocalText;
  /** A source text that gives the finding. */
  readonly example?: string;
}
