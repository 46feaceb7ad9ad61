/** A file as text, and whether it had to be guessed that it is GB18030. */
export interface DecodedFile {
  readonly text: string;
  readonly isGb18030: boolean;
}

/**
 * UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030 (which holds GBK and GB2312); an encoding that the
 * file names itself comes first. Undefined for what is none of them.
 */
export function decodeFile(bytes: Uint8Array, named?: string): DecodedFile | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  if (bytes.includes(0)) return undefined;
  const encodings = [...(named === undefined ? [] : [named]), 'utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const found = decoded(encoding, bytes);
    if (found) return { ...found, isGb18030: encoding === 'gb18030' };
  }
  return undefined;
}

function decoded(encoding: string, bytes: Uint8Array): DecodedFile | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, isGb18030: false };
  } catch {
    return undefined;
  }
}
