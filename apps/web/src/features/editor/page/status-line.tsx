import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { compareHref } from '../../compare/model/compare-address.ts';
import { keywordLanguage } from '../documents/document-names.ts';
import type { DocumentState } from '../documents/document-state.ts';
import { useStore } from '../state/use-store.ts';
import { useFolderEditor } from './editor-context.tsx';
import { InForceMarks } from './in-force-marks.tsx';
import { draftTime } from './missing-document.tsx';
import { LiveRegion, ProblemCount } from './problem-count.tsx';
import styles from './status-line.module.css';
import { UnsavedDot } from './unsaved-dot.tsx';
import { useInForce } from './use-in-force.ts';

/** How the text stands: saved or not, checked or not, and where the cursor is. */
export function StatusLine({ said }: { readonly said: string }) {
  const t = useTranslations('editor');
  const { session, host, path } = useFolderEditor();
  const state = useStore(session.documents.states).get(path);
  const { isServerThere } = useStore(session.watch.sources);
  const { lineNumber: line, column } = useStore(host.cursor);
  useStore(host.version);
  const keywords = keywordLanguage(host.editor.getModel()?.getValue().slice(0, 2000) ?? '');
  return (
    <footer className={styles.line}>
      <span data-testid="save-state" data-state={state?.isDirty ? 'unsaved' : 'saved'}>
        {saveText(t, state)}
      </span>
      <DraftText state={state} />
      {!isServerThere && <span className={styles.bad}>{t('serverAway')}</span>}
      <ProblemCount />
      <OwnDifferences />
      <span className={styles.rest} data-testid="said">
        {said}
      </span>
      <span>{keywords === 'zh' ? t('keywordsZh') : t('keywordsEn')}</span>
      <span className={styles.position}>{t('position', { line, column })}</span>
      <LiveRegion said={said} />
    </footer>
  );
}

function saveText(
  t: ReturnType<typeof useTranslations>,
  state: DocumentState | undefined,
): ReactNode {
  if (state?.isSaving) return t('saving');
  if (!state?.isDirty) return t('saved');
  return (
    <>
      <UnsavedDot />
      <strong>{t('unsaved')}</strong>
    </>
  );
}

function DraftText({ state }: { readonly state: DocumentState | undefined }) {
  const t = useTranslations('editor');
  const format = useFormatter();
  if (!state?.isDirty) return null;
  const { draft } = state;
  if (draft.kind === 'kept') {
    return (
      <span data-testid="draft-state" data-state="kept">
        {t('draftKept', { time: draftTime(format, draft.at) })}
      </span>
    );
  }
  if (draft.kind === 'failed') return <span className={styles.bad}>{t('draftFailed')}</span>;
  return draft.kind === 'pending' ? <span>{t('draftPending')}</span> : null;
}

/** How far the text is from the version in force. */
function OwnDifferences() {
  const { path } = useFolderEditor();
  const inForce = useInForce();
  const sides = inForce && { old: inForce.reference, new: path, view: 'structure' as const };
  return <InForceMarks inForce={inForce} href={sides && compareHref(sides)} />;
}
