import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { localeOf } from '../../../i18n/locale.ts';
import { loadMonaco } from '../../editor/monaco/load-monaco.ts';
import type { BesideText, DraftSession } from './draft-session.ts';
import { createDraftSession } from './draft-session.ts';

export interface DraftSessionRequest {
  readonly path: string;
  /** What the editor opens with. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The texts in force around it; undefined while they are on their way. */
  readonly beside: readonly BesideText[] | undefined;
}

/** The editor of a draft for as long as its page is shown; `failed` where its files cannot be had. */
export function useDraftSession({ path, text, onText, beside }: DraftSessionRequest) {
  const t = useTranslations('editor');
  const language = localeOf(useLocale());
  const [session, setSession] = useState<DraftSession | 'failed'>();
  const [tries, setTries] = useState(0);
  const renameTexts = {
    nothingHere: t('renameNothing'),
    serverAway: t('renameAway'),
    readOnlyTexts: t('renameReadOnly'),
  };
  const newest = useRef({ text, onText, beside, language, renameTexts });
  newest.current = { text, onText, beside, language, renameTexts };
  const isReady = beside !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try begins anew
  useEffect(() => {
    if (!isReady) return undefined;
    let isOver = false;
    let made: DraftSession | undefined;
    loadMonaco(newest.current.language).then(
      (monaco) => {
        if (isOver) return;
        made = createDraftSession({
          ...{ monaco, path, language: newest.current.language, text: newest.current.text },
          beside: newest.current.beside ?? [],
          renameTexts: () => newest.current.renameTexts,
          onText: (next) => newest.current.onText(next),
        });
        setSession(made);
      },
      () => {
        if (!isOver) setSession('failed');
      },
    );
    return () => {
      isOver = true;
      made?.end();
      setSession(undefined);
    };
  }, [path, isReady, tries]);
  const shown = session === 'failed' ? undefined : session;
  useEffect(() => shown?.setLanguage(language), [shown, language]);
  useEffect(() => {
    if (beside) shown?.setBeside(beside);
  }, [shown, beside]);
  return { session, tryAgain: () => setTries((times) => times + 1) };
}
