/** The document that a part of an address names; it comes percent-encoded, and a broken one names nothing. */
export function documentOf(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
