import type { ListedSource } from '../../../http/source-list.ts';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';
import { fetchSources } from './source-api.ts';

/** All stored documents as they were at the last look. */
export interface StoredSources {
  readonly byPath: ReadonlyMap<string, ListedSource>;
  /** False when the server did not answer the last time. */
  readonly isServerThere: boolean;
}

export interface SourcesChange {
  readonly changed: readonly ListedSource[];
  readonly removed: readonly string[];
}

/** Looks again and again what is stored. */
export interface SourceWatch {
  readonly sources: Store<StoredSources>;
  /** Looks at once. */
  look(): Promise<void>;
  /** What was just saved from here, so that it is no news at the next look. */
  saved(path: string, text: string, revision: string): void;
}

const REST_MS = 3_000;
/** A page that nobody sees need not know at once. */
const HIDDEN_REST_MS = 30_000;

/**
 * @param onChange called after `sources` has changed
 */
export function watchSources(
  first: readonly ListedSource[],
  firstTag: string,
  onChange: (change: SourcesChange) => void,
): SourceWatch {
  const sources = createStore<StoredSources>({ byPath: mapOf(first), isServerThere: true });
  let tag: string | undefined = firstTag;
  let round = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    round += 1;
    const mine = round;
    const answer = await fetchSources(tag);
    // Something was saved meanwhile: this answer may be older.
    if (mine !== round) return;
    const isServerThere = answer.kind !== 'away';
    const before = sources.get();
    if (before.isServerThere !== isServerThere) sources.set({ ...before, isServerThere });
    if (answer.kind === 'list') {
      tag = answer.tag;
      const byPath = mapOf(answer.sources);
      const change = changeOf(before.byPath, byPath);
      sources.set({ byPath, isServerThere: true });
      if (change.changed.length + change.removed.length > 0) onChange(change);
    }
    timer = setTimeout(look, document.hidden ? HIDDEN_REST_MS : REST_MS);
  };
  const lookSoon = (): void => {
    if (!document.hidden) look();
  };
  timer = setTimeout(look, REST_MS);
  addEventListener('focus', lookSoon);
  addEventListener('online', lookSoon);
  document.addEventListener('visibilitychange', lookSoon);
  return {
    sources,
    look,
    saved: (path, text, revision) => {
      tag = undefined;
      round += 1;
      clearTimeout(timer);
      timer = setTimeout(look, REST_MS);
      const { byPath } = sources.get();
      const saved = { path, text, revision, isReadable: true };
      sources.set({ byPath: new Map([...byPath, [path, saved]]), isServerThere: true });
    },
  };
}

function mapOf(list: readonly ListedSource[]): ReadonlyMap<string, ListedSource> {
  return new Map(list.map((each) => [each.path, each]));
}

/** What is another text now, and what is gone. */
export function changeOf(
  before: ReadonlyMap<string, ListedSource>,
  after: ReadonlyMap<string, ListedSource>,
): SourcesChange {
  return {
    changed: [...after.values()].filter(
      ({ path, revision }) => before.get(path)?.revision !== revision,
    ),
    removed: [...before.keys()].filter((path) => !after.has(path)),
  };
}
