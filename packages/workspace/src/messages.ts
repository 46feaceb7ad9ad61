import type { Diagnostic, MessageEntry, RelatedSpan, Span } from '@tiaoli/base';
import { diagnosticOf } from '@tiaoli/base';
import { caseMessages } from '@tiaoli/settlement';
import { exampleMessages } from './example-messages.ts';
import { policyMessages } from './policy-messages.ts';

/** What the use cases report: of policies what stands here, of cases what settling them reports too. */
const messages = { ...caseMessages, ...policyMessages, ...exampleMessages };

type MessageCode = keyof typeof messages;

type ParamsOf<Code extends MessageCode> =
  (typeof messages)[Code] extends MessageEntry<infer Params> ? Params : never;

/** A finding with its texts from the catalogue. */
export function report<Code extends MessageCode>(
  code: Code,
  params: ParamsOf<Code>,
  span: Span,
  related: readonly RelatedSpan[] = [],
): Diagnostic {
  // The catalogue ties code and parameters together; TypeScript cannot follow it through the index.
  const entry = messages[code] as unknown as MessageEntry<ParamsOf<Code>>;
  return diagnosticOf(code, entry, { params, span, related });
}
