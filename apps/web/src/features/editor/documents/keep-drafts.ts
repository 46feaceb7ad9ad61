import { textOf } from '../bridge/document-sync.ts';
import type { DocumentTable } from './document-table.ts';
import type { DraftStorage } from './draft-storage.ts';

/** After the last key; well below the second within which a draft is to be kept. */
const QUIET_MS = 400;
/** A steady typist's draft is kept that often. */
const LONGEST_MS = 3_000;

/** Keeps what is typed in the browser's database until it is saved. */
export interface DraftKeeper {
  /** The text changed, or what it was made from. */
  touch(path: string): void;
  /** Keeps at once what waits. */
  flush(): void;
}

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly since: number;
}

/**
 * @param owner the name of this page
 */
export function keepDrafts(
  table: DocumentTable,
  storage: DraftStorage,
  owner: string,
): DraftKeeper {
  const waiting = new Map<string, Waiting>();
  /** Writes of one document come one after another, so that an older one never wins. */
  const queues = new Map<string, Promise<void>>();

  const write = async (path: string): Promise<void> => {
    const state = table.stateOf(path);
    const model = table.modelOf(path);
    if (!state?.isDirty || !model) {
      await storage.drop({ path, owner });
      if (!waiting.has(path)) table.patch(path, { draft: { kind: 'none' } });
      return;
    }
    const { text: baseText, revision: baseRevision } = state.base;
    const savedAt = Date.now();
    await storage.keep({ path, owner, text: textOf(model), baseText, baseRevision, savedAt });
    if (!waiting.has(path)) table.patch(path, { draft: { kind: 'kept', at: savedAt } });
  };
  const writeNow = (path: string): void => {
    clearTimeout(waiting.get(path)?.timer);
    waiting.delete(path);
    const done = (queues.get(path) ?? Promise.resolve())
      .then(() => write(path))
      .catch(() => table.patch(path, { draft: { kind: 'failed' } }));
    queues.set(path, done);
  };
  const flush = (): void => {
    for (const path of [...waiting.keys()]) writeNow(path);
  };
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  addEventListener('beforeunload', (event) => {
    flush();
    const isLost = [...table.states.get().values()].some(
      ({ isDirty, draft }) => isDirty && draft.kind === 'failed',
    );
    if (isLost) event.preventDefault();
  });
  return {
    touch: (path) => {
      const before = waiting.get(path);
      clearTimeout(before?.timer);
      const since = before?.since ?? performance.now();
      const left = LONGEST_MS - (performance.now() - since);
      const rest = Math.max(0, Math.min(QUIET_MS, left));
      waiting.set(path, { since, timer: setTimeout(() => writeNow(path), rest) });
      const state = table.stateOf(path);
      if (state?.isDirty && state.draft.kind !== 'pending' && state.draft.kind !== 'failed') {
        table.patch(path, { draft: { kind: 'pending' } });
      }
    },
    flush,
  };
}
