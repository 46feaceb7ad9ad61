/** What a save says about the text that it was made from. */
export type SaveCondition =
  | { readonly kind: 'revision'; readonly revision: string }
  /** The file must not exist yet. */
  | { readonly kind: 'new' }
  /** Nothing, or nothing that can be understood. */
  | { readonly kind: 'none' };

/** Reads `If-Match: "<revision>"`, or `If-None-Match: *` for a new file. */
export function saveCondition(headers: Pick<Headers, 'get'>): SaveCondition {
  if (headers.get('if-none-match')?.trim() === '*') return { kind: 'new' };
  const [, revision] = /^\s*"([0-9a-f]{64})"\s*$/.exec(headers.get('if-match') ?? '') ?? [];
  return revision === undefined ? { kind: 'none' } : { kind: 'revision', revision };
}

export function entityTag(revision: string): string {
  return `"${revision}"`;
}

/** True when the reader has what is there: `If-None-Match` lists the tag; a weak tag counts, as RFC 9110 says. */
export function hasTag(ifNoneMatch: string | null, tag: string): boolean {
  const listed = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return listed.includes('*') || listed.includes(tag);
}
