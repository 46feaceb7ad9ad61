import type { TokenType } from 'chevrotain';
import { scan } from './scanner/scan.ts';
import { wordByCanonical } from './spellings.ts';

/** Token types that only carry their name: enough to ask the scanner how it reads a text. */
const probeTypes = new Proxy<Record<string, TokenType>>(
  {},
  { get: (_, name) => ({ name: String(name), tokenTypeIdx: 0 }) },
);

/**
 * Whether a name may be written without 「」: when the scanner itself reads it as one name. A second set of rules would
 * disagree with it sooner or later.
 */
export function isBareName(name: string): boolean {
  const { tokens, findings } = scan(`${name}：`, probeTypes);
  const [first, colon] = tokens;
  if (findings.length > 0 || tokens.length !== 2 || !first || colon?.tokenType.name !== ':') {
    return false;
  }
  const type = first.tokenType.name;
  return first.image === name && (type === 'ID' || wordByCanonical.get(type)?.reserved === false);
}

/** A name as it stands in a source text: bare where it may be. */
export function printName(name: string): string {
  return isBareName(name) ? name : `「${name}」`;
}
