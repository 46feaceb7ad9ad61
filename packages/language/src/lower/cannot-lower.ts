import type { Diagnostic } from '@tiaoli/base';
import { loweringMessages } from '../messages/lowering-messages.ts';
import type { Refusal } from './lower-context.ts';

/** A refusal as a finding. */
export function cannotLower({ message, span }: Refusal): Diagnostic {
  const entry = loweringMessages['cannot-lower'];
  return {
    code: 'cannot-lower',
    severity: entry.severity,
    message: entry.message({ reason: message }),
    span,
    related: [],
  };
}
