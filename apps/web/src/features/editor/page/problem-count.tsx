import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { SeverityCounts } from '../session/findings.ts';
import { countRows } from '../session/findings.ts';
import { focusPane } from './panes.ts';
import styles from './status-line.module.css';
import { useFindings } from './use-findings.ts';

/** How many problems there are; pressed, it leads to them. */
export function ProblemCount() {
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

/** Tells a screen reader what was found, and what the page says. */
export function LiveRegion({ said }: { readonly said: string }) {
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

/** A note asks for nothing: what was not decided is no problem of the text. */
function problemsText(
  t: ReturnType<typeof useTranslations<'editor'>>,
  { error, warning, info }: SeverityCounts,
): string {
  return t('problemsCount', { count: error + warning, notes: info });
}
