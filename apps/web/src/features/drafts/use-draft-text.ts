import type { RefObject } from 'react';
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
  /** Saves what is not saved, without waiting for a pause. */
  saveNow(): void;
  /** Goes on with a text that was made of both changes. */
  settle(text: string): void;
}

/**
 * A text that is saved by itself: at once kept on this computer, and on the server soon after the last key, from the revision
 * that it was made from. Nothing of somebody else's is written over, and nothing typed is dropped.
 */
export function useDraftText(draft: DraftText, first: LocalCopy): DraftTextState {
  const [text, setText] = useState(first.text);
  const [revision, setRevision] = useState(first.revision);
  const [savedText, setSavedText] = useState(draft.text);
  const [conflict, setConflict] = useState<Conflict>();
  const [savedAt, setSavedAt] = useState(draft.savedAt);
  const { isUnkept, keep } = useLocalKeeping(draft.id);
  const [saving, setSaving] = useState<Saving>({ kind: 'saved', at: draft.savedAt });
  // Known at once, and not with the next look of the page: an editor goes on while the page is still being drawn.
  const now = useRef({ text: first.text, revision: first.revision, isBusy: false });
  const save = useSave(draft.id, now, {
    ...{ keep, setSaving, setConflict },
    onSaved: (sent, saved) => {
      setRevision(saved.revision);
      setSavedText(sent);
      setSavedAt(saved.savedAt);
    },
  });
  const isDirty = text !== savedText;
  useAutosave(isDirty && conflict === undefined, saving, save);
  useWarning(isDirty && isUnkept);

  const type = (next: string): void => {
    if (next === now.current.text) return;
    now.current.text = next;
    setText(next);
    // The end of what was being composed may come after the conflict was found: both sides are asked for again.
    setConflict(undefined);
    if (!now.current.isBusy) setSaving({ kind: 'unsaved' });
    keep({ text: next, revision: now.current.revision });
  };
  const settle = (next: string): void => {
    if (!conflict) return;
    const { revision: theirRevision, text: theirText } = conflict.theirs;
    Object.assign(now.current, { text: next, revision: theirRevision });
    setRevision(theirRevision);
    setSavedText(theirText);
    setConflict(undefined);
    setText(next);
    keep({ text: next, revision: theirRevision });
    setSaving({ kind: 'unsaved' });
  };
  const saveNow = (): void => {
    if (isDirty && conflict === undefined) void save();
  };
  const shown = shownSaving(saving, isDirty, savedAt);
  return { text, revision, conflict, isUnkept, type, settle, saveNow, saving: shown };
}

/** The newest text, the revision that it was made from, and whether a save of it is under way. */
interface Now {
  text: string;
  revision: number;
  isBusy: boolean;
}

interface SaveParts {
  readonly keep: (copy: LocalCopy) => void;
  readonly setSaving: (saving: Saving) => void;
  readonly setConflict: (conflict: Conflict | undefined) => void;
  readonly onSaved: (sent: string, saved: DraftSummary) => void;
}

/** Saves the newest text; one save at a time. */
function useSave(draftId: string, now: RefObject<Now>, parts: SaveParts): () => Promise<void> {
  const send = useSend();
  const newest = useRef(parts);
  newest.current = parts;
  return useCallback(async () => {
    const { keep, setSaving, setConflict, onSaved } = newest.current;
    if (now.current.isBusy) return;
    now.current.isBusy = true;
    const { text: sent, revision } = now.current;
    setSaving({ kind: 'saving' });
    try {
      const saved = await send<DraftSummary>({
        ...{ method: 'PUT', path: `/drafts/${draftId}`, body: { text: sent } },
        ifMatch: `"${revision}"`,
      });
      now.current.revision = saved.revision;
      onSaved(sent, saved);
      // What was typed meanwhile rests on what is saved now.
      if (now.current.text === sent) await dropCopy(draftId).catch(() => undefined);
      else keep({ text: now.current.text, revision: saved.revision });
      setSaving({ kind: 'saved', at: saved.savedAt });
    } catch (error) {
      const found = conflictOf(error);
      // Both sides are of the text that was sent; where more was typed since, they are asked for again.
      const isBehind = found !== undefined && now.current.text !== sent;
      setConflict(isBehind ? undefined : found);
      setSaving(isBehind ? { kind: 'unsaved' } : failed(error));
    } finally {
      now.current.isBusy = false;
    }
  }, [send, draftId, now]);
}

/** What was typed and taken back is saved as it stands. */
function shownSaving(saving: Saving, isDirty: boolean, savedAt: string): Saving {
  if (isDirty) return saving.kind === 'saved' ? { kind: 'unsaved' } : saving;
  return saving.kind === 'unsaved' ? { kind: 'saved', at: savedAt } : saving;
}

function failed(error: unknown): Saving {
  if (error instanceof AwayError) return { kind: 'away' };
  return { kind: 'held', error: error instanceof Error ? error : new Error(String(error)) };
}

/** Keeps copies on this computer, and tells where the browser does not. */
function useLocalKeeping(draftId: string) {
  const [isUnkept, setIsUnkept] = useState(false);
  const keep = useCallback(
    (copy: LocalCopy): void => {
      keepCopy(draftId, copy).then(
        () => setIsUnkept(false),
        () => setIsUnkept(true),
      );
    },
    [draftId],
  );
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
