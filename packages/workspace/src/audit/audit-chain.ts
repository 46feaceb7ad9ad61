import { createHash } from 'node:crypto';

/** What happened, in one jurisdiction. */
export interface AuditEvent {
  /** When, in UTC: `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly at: string;
  readonly actorId: string;
  /** What was done, such as `publish-version`. */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string;
  /** What else is to be known, such as the hash of the version. */
  readonly detail: Readonly<Record<string, string>>;
}

/** An event with its place in the chain. */
export interface AuditLink {
  /** From 1, without a gap. */
  readonly number: number;
  /** The event as canonical JSON: exactly the text that is hashed. */
  readonly content: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** How a chain ends: the number and the hash of its last link. */
export type AuditEnd = Pick<AuditLink, 'number' | 'hash'>;

/** Where a chain begins that has no link yet. */
export const emptyChain: AuditEnd = { number: 0, hash: '0'.repeat(64) };

export function linkEvent(end: AuditEnd, event: AuditEvent): AuditLink {
  const content = contentOf(event);
  const number = end.number + 1;
  return { number, content, previousHash: end.hash, hash: linkHash(number, content, end.hash) };
}

/** The event with its keys in one order, whatever order they came in. */
function contentOf({ at, actorId, action, subject, detail }: AuditEvent): string {
  const entries = Object.entries(detail).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify({ at, actorId, action, subject, detail: Object.fromEntries(entries) });
}

function linkHash(number: number, content: string, previousHash: string): string {
  return createHash('sha256').update(`${number}\n${previousHash}\n${content}`).digest('hex');
}

/** What is wrong with a chain, at its first broken link. */
export interface BrokenChain {
  /** The number that the link should have. */
  readonly number: number;
  readonly problem: 'missing' | 'altered' | 'unlinked' | 'cut-off';
}

/**
 * Whether a chain is whole: no link altered, taken out, put in, exchanged, or taken off its end.
 *
 * @param links  in ascending order of their numbers
 * @param end    as it is kept apart from the links
 */
export function verifyChain(links: readonly AuditLink[], end: AuditEnd): BrokenChain | undefined {
  let last = emptyChain;
  for (const link of links) {
    const number = last.number + 1;
    if (link.number !== number) return { number, problem: 'missing' };
    if (link.previousHash !== last.hash) return { number, problem: 'unlinked' };
    if (link.hash !== linkHash(number, link.content, last.hash)) {
      return { number, problem: 'altered' };
    }
    last = link;
  }
  if (last.number < end.number) return { number: last.number + 1, problem: 'cut-off' };
  if (last.hash !== end.hash || last.number > end.number) {
    return { number: last.number, problem: 'unlinked' };
  }
  return undefined;
}
