import type { Diagnostic } from '@tiaoli/base';

/**
 * Each finding once: a document is compiled with everything that rests on it, and a fact of a person is looked at with every
 * claim.
 */
export function withoutRepeats(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(findings.map((finding) => [identityOf(finding), finding]));
  return [...seen.values()];
}

function identityOf({ code, message, span }: Diagnostic): string {
  return `${span.file}:${span.start.offset}:${span.end.offset}:${code}:${message.zh}`;
}
