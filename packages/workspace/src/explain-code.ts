import type { LocalText, Severity } from '@tiaoli/base';
import { compareText } from '@tiaoli/base';
import { nearName } from '@tiaoli/settlement';
import type { AnyMessage } from './all-messages.ts';
import { allMessages } from './all-messages.ts';

/** What a code of a finding means and how to mend it. */
export interface CodeExplanation {
  readonly code: string;
  readonly severity: Severity;
  readonly explanation: LocalText;
  /** A source text that gives the finding. */
  readonly example?: string;
}

export type ExplainedCode =
  | { readonly kind: 'known'; readonly explanation: CodeExplanation }
  | { readonly kind: 'unknown'; readonly near?: string };

/** Catalogues of packages that only the caller knows. */
export type MoreMessages = Readonly<Record<string, AnyMessage>>;

/** Looks a code up in the catalogues of every package. */
export function explainCode(code: string, more: MoreMessages = {}): ExplainedCode {
  const entry = allMessages().get(code) ?? more[code];
  if (!entry) {
    const near = nearName(code, findingCodes(more));
    return { kind: 'unknown', ...(near !== undefined && { near }) };
  }
  const { severity, explanation, example } = entry;
  const found = { code, severity, explanation, ...(example !== undefined && { example }) };
  return { kind: 'known', explanation: found };
}

/** Every code that a finding can have, in ascending order. */
export function findingCodes(more: MoreMessages = {}): readonly string[] {
  return [...allMessages().keys(), ...Object.keys(more)].sort(compareText);
}
