import type { Diagnostic, Fix, RelatedSpan, Severity } from './diagnostic.ts';
import type { LocalText } from './local-text.ts';
import type { Remedy } from './remedy.ts';
import { fixOf } from './remedy.ts';
import type { Span } from './span.ts';

/** One row of a package's catalogue of messages, under its code; `P` holds what the sentence names. */
export interface MessageEntry<P = never> {
  readonly severity: Severity;
  readonly message: (params: P) => LocalText;
  readonly hint?: (params: P) => LocalText;
  /** What the hint says, where it names the very text; an editor offers them. */
  readonly remedies?: (params: P) => readonly Remedy[];
  /** What `explain CODE` says beyond the message. */
  readonly explanation: LocalText;
  /** A source text that gives the finding. */
  readonly example?: string;
}

/** Ties the parameters of a message to its texts. */
export function message<Params = Record<never, never>>(
  entry: MessageEntry<Params>,
): MessageEntry<Params> {
  return entry;
}

/** What the message of `entry` is about: the words for it, its place, the other places, and exact remedies. */
export interface MessageSubject<P> {
  readonly params: P;
  readonly span: Span;
  readonly related?: readonly RelatedSpan[];
  readonly fixes?: readonly Fix[];
}

/** The finding that a catalogue's row gives, with its hint where it has one. */
export function diagnosticOf<P>(
  code: string,
  entry: MessageEntry<P>,
  { params, span, related = [], fixes = [] }: MessageSubject<P>,
): Diagnostic {
  const { severity, message } = entry;
  const exact = (entry.remedies?.(params) ?? []).map((remedy) => fixOf(remedy, span));
  const offered = [...exact, ...fixes];
  return {
    ...{ code, severity, message: message(params), span, related },
    ...(entry.hint && { hint: entry.hint(params) }),
    ...(offered.length > 0 && { fixes: offered }),
  };
}

/** What the message under a code of a catalogue is told. */
type ParamsOf<Entry> = Entry extends MessageEntry<infer Params> ? Params : never;

/** Makes findings from a catalogue, each by its code. */
export type Report<Catalogue> = <Code extends keyof Catalogue & string>(
  code: Code,
  params: ParamsOf<Catalogue[Code]>,
  span: Span,
  related?: readonly RelatedSpan[],
) => Diagnostic;

export function reporterOf<Catalogue extends object>(catalogue: Catalogue): Report<Catalogue> {
  return (code, params, span, related = []) => {
    // The catalogue ties code and parameters together; TypeScript cannot follow it through the index.
    const entry = catalogue[code] as MessageEntry<typeof params>;
    return diagnosticOf(code, entry, { params, span, related });
  };
}
