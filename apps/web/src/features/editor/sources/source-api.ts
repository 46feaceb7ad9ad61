import type { ListedSource } from '../../../http/source-list.ts';
import type { SaveFailure } from '../documents/document-state.ts';

/** What came of asking for all sources. */
export type ListAnswer =
  | { readonly kind: 'list'; readonly sources: readonly ListedSource[]; readonly tag: string }
  | { readonly kind: 'same' }
  | { readonly kind: 'away' };

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly revision: string }
  /** Somebody else saved meanwhile: what is stored now. */
  | { readonly kind: 'changed'; readonly text: string; readonly revision: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly failure: SaveFailure }
  | { readonly kind: 'away' };

/** Longest that an answer is waited for. */
const LIST_MS = 30_000;
const SAVE_MS = 30_000;

/**
 * @param tag of the list that is known
 */
export async function fetchSources(tag: string | undefined): Promise<ListAnswer> {
  try {
    const answer = await fetch('/api/sources', {
      headers: tag === undefined ? {} : { 'if-none-match': tag },
      cache: 'no-store',
      signal: AbortSignal.timeout(LIST_MS),
    });
    if (answer.status === 304) return { kind: 'same' };
    if (!answer.ok) return { kind: 'away' };
    const { sources } = (await answer.json()) as { readonly sources: readonly ListedSource[] };
    return { kind: 'list', sources, tag: answer.headers.get('etag') ?? '' };
  } catch {
    return { kind: 'away' };
  }
}

/**
 * @param revision that the text was made from; null for a new document
 */
export async function putSource(
  path: string,
  text: string,
  revision: string | null,
): Promise<SaveAnswer> {
  try {
    const condition: Record<string, string> =
      revision === null ? { 'if-none-match': '*' } : { 'if-match': `"${revision}"` };
    const answer = await fetch(`/api/sources/${encodePath(path)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...condition },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(SAVE_MS),
    });
    return saveAnswer(answer.status, await answer.json());
  } catch {
    return { kind: 'away' };
  }
}

/** `policies/甲.tiaoli` as it stands in an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function saveAnswer(status: number, body: unknown): SaveAnswer {
  const said = body as {
    readonly revision?: string;
    readonly text?: string;
    readonly title?: string;
    readonly detail?: string;
  };
  const { revision = '', text = '', title, detail } = said;
  if (status === 200) return { kind: 'saved', revision };
  if (status === 412) return { kind: 'changed', text, revision };
  if (status === 404) return { kind: 'gone' };
  if (title === undefined || status >= 500) return { kind: 'away' };
  const failure = { title, isPassing: false, ...(detail !== undefined && { detail }) };
  return { kind: 'refused', failure };
}
