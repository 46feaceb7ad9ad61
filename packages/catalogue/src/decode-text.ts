/** A file as text: which encoding it is in, or why it is no text. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: 'utf-8' | 'gb18030' }
  | { readonly kind: 'refused'; readonly reason: 'encoding' | 'nul' };

/**
 * UTF-8 with or without a byte order mark, else GB18030 (which holds GBK and GB2312).
 *
 * A text of Chinese in GB18030 is hardly ever valid UTF-8; what is neither, or has NUL bytes (UTF-16, a workbook), is refused.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.includes(0)) return { kind: 'refused', reason: 'nul' };
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = decodeAs(encoding, bytes);
    if (text !== undefined) return { kind: 'text', text, encoding };
  }
  return { kind: 'refused', reason: 'encoding' };
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** SHA-256 of the text, so that the encoding of a file means nothing. */
export async function hashOfText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
