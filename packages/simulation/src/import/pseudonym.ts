import { createHmac } from 'node:crypto';

/** An identifier of the source under the key of the site: an id, and enough beside it to tell a collision. */
export interface Pseudonym {
  readonly id: number;
  readonly check: string;
}

/** The id is 53 bits of an HMAC: without the key nobody finds the identifier again, with it nobody else's. */
export function pseudonym(key: Uint8Array, kind: 'person' | 'household', text: string): Pseudonym {
  const digest = createHmac('sha256', key).update(`${kind}\u0000${text}`).digest();
  const id = (digest.readUInt32BE(0) & 0x1fffff) * 0x100000000 + digest.readUInt32BE(4);
  return { id, check: digest.toString('hex', 8, 24) };
}

/** Fewer bytes could be guessed. */
export const LEAST_KEY_BYTES = 32;
