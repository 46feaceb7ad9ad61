import type { Diagnostic, MessageEntry, RelatedSpan, Span } from '@tiaoli/base';
import { diagnosticOf } from '@tiaoli/base';
import { caseMessages } from './case-messages.ts';

type MessageCode = keyof typeof caseMessages;

type ParamsOf<Code extends MessageCode> =
  (typeof caseMessages)[Code] extends MessageEntry<infer Params> ? Params : never;

/** A finding with its texts from the catalogue. */
export function report<Code extends MessageCode>(
  code: Code,
  params: ParamsOf<Code>,
  span: Span,
  related: readonly RelatedSpan[] = [],
): Diagnostic {
  // The catalogue ties code and parameters together; TypeScript cannot follow it through the index.
  const entry = caseMessages[code] as unknown as MessageEntry<ParamsOf<Code>>;
  return diagnosticOf(code, entry, { params, span, related });
}
