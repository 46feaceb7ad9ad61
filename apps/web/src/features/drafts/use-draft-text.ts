import { useCallback, useEffect, useRef, useState } from 'react';
import { AwayError } from '../shell/ask-server.ts';
import type { DraftSummary, DraftText } from '../workflow/answers.ts';
import { useSend } from '../workflow/use-api.ts';
import type { Conflict } from './conflict.ts';
import { conflictOf } from './conflict.ts';
import type { LocalCopy } from './local-copy.ts';
import { dropCopy, keepCopy } from './local-copy.ts';

/** After the last key. */
const QUIET_MS = 1_200;
/** Between two tries while the server is away. */
const AGAIN_MS = 5_000;

/** Whether what is typed is saved; `held`: somebody has to decide, or mend something, first. */
export type Saving =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved' | 'saving' | 'away' }
  | { readonly kind: 'held'; readonly error: Error };

export interface DraftTextState {
  readonly text: string;
  /** The revision that the text was made from. */
  readonly revision: number;
  readonly saving: Saving;
  readonly conflict: Conflict | undefined;
  /** True where the browser keeps no copy, so that what is typed would be lost with the page. */
  readonly isUnkept: boolean;
  type(text: string): void;
  /** Goes on with a text that was made of both changes. */
  settle(text: string): void;
}

/**
 * A text that is saved by itself: at once kept on this computer, and on the server soon after the last key, from the revision
 * that it was made from. Nothing of somebody else's is written over, and nothing typed is dropped.
 */
export function useDraftText(draft: DraftText, first: LocalCopy): DraftTextState {
  const send = useSend();
  const [text, setText] = useState(first.text);
  const [revision, setRevision] = useState(first.revision);
  const [savedText, setSavedText] = useState(draft.text);
  const [conflict, setConflict] = useState<Conflict>();
  const { isUnkept, keep } = useLocalKeeping(draft.id);
  const [saving, setSaving] = useState<Saving>({ kind: 'saved', at: draft.savedAt });
  const isBusy = useRef(false);
  const newest = useRef(text);
  newest.current = text;

  const save = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    const sent = newest.current;
    setSaving({ kind: 'saving' });
    try {
      const saved = await send<DraftSummary>({
        ...{ method: 'PUT', path: `/drafts/${draft.id}`, body: { text: sent } },
        ifMatch: `"${revision}"`,
      });
      setRevision(saved.revision);
      setSavedText(sent);
      if (newest.current === sent) await dropCopy(draft.id).catch(() => undefined);
      setSaving({ kind: 'saved', at: saved.savedAt });
    } catch (error) {
      setConflict(conflictOf(error));
      setSaving(failed(error));
    } finally {
      isBusy.current = false;
    }
  }, [send, draft.id, revision]);

  const isDirty = text !== savedText;
  useAutosave(isDirty && conflict === undefined, saving, save);
  useWarning(isDirty && isUnkept);

  const type = (next: string): void => {
    setText(next);
    if (saving.kind !== 'saving') setSaving({ kind: 'unsaved' });
    keep({ text: next, revision });
  };
  const settle = (next: string): void => {
    if (!conflict) return;
    setRevision(conflict.theirs.revision);
    setSavedText(conflict.theirs.text);
    setConflict(undefined);
    setText(next);
    keep({ text: next, revision: conflict.theirs.revision });
    const isTheirs = next === conflict.theirs.text;
    setSaving(isTheirs ? { kind: 'saved', at: draft.savedAt } : { kind: 'unsaved' });
  };
  const shown: Saving = isDirty && saving.kind === 'saved' ? { kind: 'unsaved' } : saving;
  return { text, revision, conflict, isUnkept, type, settle, saving: shown };
}

function failed(error: unknown): Saving {
  if (error instanceof AwayError) return { kind: 'away' };
  return { kind: 'held', error: error instanceof Error ? error : new Error(String(error)) };
}

/** Keeps copies on this computer, and tells where the browser does not. */
function useLocalKeeping(draftId: string) {
  const [isUnkept, setIsUnkept] = useState(false);
  const keep = (copy: LocalCopy): void => {
    keepCopy(draftId, copy).then(
      () => setIsUnkept(false),
      () => setIsUnkept(true),
    );
  };
  return { isUnkept, keep };
}

/** Saves soon after the last key, and again where the server was away; waits where somebody has to act first. */
function useAutosave(isNeeded: boolean, saving: Saving, save: () => Promise<void>): void {
  useEffect(() => {
    if (!isNeeded || saving.kind === 'held' || saving.kind === 'saving') return undefined;
    const timer = setTimeout(() => void save(), saving.kind === 'away' ? AGAIN_MS : QUIET_MS);
    return () => clearTimeout(timer);
  }, [isNeeded, saving, save]);
}

/** Asks before the page is left where something would be lost. */
function useWarning(isLost: boolean): void {
  useEffect(() => {
    if (!isLost) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isLost]);
}
