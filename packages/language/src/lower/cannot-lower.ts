import type { Diagnostic } from '@tiaoli/base';
import { diagnosticOf } from '@tiaoli/base';
import { loweringMessages } from '../messages/lowering-messages.ts';
import type { Refusal } from './lower-context.ts';

/** A refusal as a finding. */
export function cannotLower({ message, span }: Refusal): Diagnostic {
  const entry = loweringMessages['cannot-lower'];
  return diagnosticOf('cannot-lower', entry, { params: { reason: message }, span });
}
