import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { keywordLanguage } from '../documents/document-names.ts';
import type { DocumentState } from '../documents/document-state.ts';
import type { SeverityCounts } from '../session/findings.ts';
import { countRows } from '../session/findings.ts';
import { useStore } from '../state/use-store.ts';
import { useEditor } from './editor-context.tsx';
import { InForceMarks } from './in-force-marks.tsx';
import { draftTime } from './missing-document.tsx';
import { focusPane } from './panes.ts';
import styles from './status-line.module.css';
import { UnsavedDot } from './unsaved-dot.tsx';
import { useFindings } from './use-findings.ts';

/** How the text stands: saved or not, checked or not, and where the cursor is. */
export function StatusLine({ said }: { readonly said: string }) {
  const t = useTranslations('editor');
  const { session, host, path } = useEditor();
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
      <InForceMarks />
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

/** A note asks for nothing: what was not decided is no problem of the text. */
function problemsText(
  t: ReturnType<typeof useTranslations<'editor'>>,
  { error, warning, info }: SeverityCounts,
): string {
  return t('problemsCount', { count: error + warning, notes: info });
}

function ProblemCount() {
  const t = useTranslations('editor');
  const { all, isChecked } = useFindings();
  const counts = countRows(all);
  return (
    <button
      type="button"
      className={styles.problems}
      title={t('problemsDetail', { ...counts })}
      data-testid="problem-count"
      onClick={() => focusPane('problems')}
    >
      {isChecked ? problemsText(t, counts) : t('problemsChecking')}
    </button>
  );
}

/** After typing has stopped for so long, a screen reader is told what was found. */
const SETTLED_MS = 1200;

function LiveRegion({ said }: { readonly said: string }) {
  const t = useTranslations('editor');
  const { all, isChecked } = useFindings();
  const [settled, setSettled] = useState('');
  const text = problemsText(t, countRows(all));
  useEffect(() => {
    if (!isChecked) return;
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isChecked, text]);
  return (
    <>
      <span className={styles.hidden} aria-live="polite">
        {settled}
      </span>
      <span className={styles.hidden} aria-live="polite">
        {said}
      </span>
    </>
  );
}
