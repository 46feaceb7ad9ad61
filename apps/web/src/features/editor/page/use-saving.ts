import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { documentName } from '../documents/document-names.ts';
import type { EditorSession } from '../session/editor-session.ts';

export interface Saving {
  save(path: string): Promise<void>;
  saveAll(): Promise<void>;
}

/** Saves, and says what came of it. */
export function useSaving(session: EditorSession, announce: (text: string) => void): Saving {
  const t = useTranslations('editor');
  const titleOf = useCallback(
    (path: string) => {
      const model = session.documents.ensure(path);
      return documentName(path, model?.getValue() ?? '').title;
    },
    [session],
  );
  const save = useCallback(
    async (path: string) => {
      const outcome = await session.documents.save(path);
      const title = titleOf(path);
      if (outcome === 'saved' || outcome === 'nothing-to-save') {
        announce(t('savedAnnounce', { title }));
      } else if (outcome === 'undecided') announce(t('saveUndecided', { title }));
      else announce(t('savedSomeAnnounce', { titles: title }));
    },
    [session, announce, t, titleOf],
  );
  const saveAll = useCallback(async () => {
    const paths = [...session.documents.states.get().values()]
      .filter(({ isDirty }) => isDirty)
      .map(({ path }) => path);
    const failed: string[] = [];
    for (const path of paths) {
      const outcome = await session.documents.save(path);
      if (outcome !== 'saved') failed.push(titleOf(path));
    }
    if (failed.length === 0) announce(t('savedAllAnnounce', { count: paths.length }));
    else announce(t('savedSomeAnnounce', { titles: failed.join('、') }));
  }, [session, announce, t, titleOf]);
  return { save, saveAll };
}
