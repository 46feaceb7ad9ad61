import type { ClauseView } from '@tiaoli/language-server';
import { useTranslations } from 'next-intl';
import { memo, useEffect, useRef } from 'react';
import { coversLine } from '../bridge/ranges.ts';
import { useEditor } from '../page/editor-context.tsx';
import { useStore } from '../state/use-store.ts';
import styles from './clauses-panel.module.css';

/** The legal text beside its rules: the clause of the cursor is marked, a clause that is pressed is gone to. */
export function ClausesPanel() {
  const t = useTranslations('editor');
  const { session, host } = useEditor();
  const clauses = useStore(session.insight.insight)?.clauses ?? [];
  const { lineNumber } = useStore(host.cursor);
  if (clauses.length === 0) return <p className={styles.empty}>{t('clausesEmpty')}</p>;
  const here = innermost(clauses, lineNumber);
  return (
    <ol className={styles.clauses}>
      {clauses.map((clause) => (
        <Clause
          key={`${clause.name} ${clause.range.start.line}`}
          clause={clause}
          isHere={clause === here}
        />
      ))}
    </ol>
  );
}

/** Nested clauses come after the one that holds them. */
function innermost(clauses: readonly ClauseView[], line: number): ClauseView | undefined {
  return clauses.findLast(({ range }) => coversLine(range, line));
}

/** Kept while the cursor moves: a document may have a thousand clauses. */
const Clause = memo(function Clause({
  clause,
  isHere,
}: {
  readonly clause: ClauseView;
  readonly isHere: boolean;
}) {
  const t = useTranslations('editor');
  const { path, goTo } = useEditor();
  const item = useRef<HTMLLIElement>(null);
  const { name, range, text, status, reason, source } = clause;
  const isParaphrase = text.length === 0 && source !== undefined;
  useEffect(() => {
    if (isHere) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <li ref={item} className={styles.clause} aria-current={isHere ? 'location' : undefined}>
      <button
        type="button"
        className={styles.name}
        title={t('goToLine', { line: range.start.line + 1 })}
        onClick={() => goTo(path, range.start.line + 1)}
      >
        {name}
      </button>
      <Status status={status} />
      {text.length > 0 && (
        <blockquote className={styles.text}>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </blockquote>
      )}
      {isParaphrase && <span className={styles.chip}>{t('paraphrase')}</span>}
      {source !== undefined && (
        <p className={isParaphrase ? styles.paraphrase : styles.note}>
          <span className={styles.word}>{t('source')}</span> {source}
        </p>
      )}
      {reason !== undefined && (
        <p className={styles.note}>
          <span className={styles.word}>{t('reason')}</span> {reason}
        </p>
      )}
    </li>
  );
});

function Status({ status }: Pick<ClauseView, 'status'>) {
  const t = useTranslations('editor');
  switch (status) {
    case 'rules':
      return null;
    case 'note':
      return <span className={styles.chip}>{t('statusNote')}</span>;
    case 'uncoded':
      return <span className={`${styles.chip} ${styles.open}`}>{t('statusUncoded')}</span>;
    case 'inexpressible':
      return <span className={`${styles.chip} ${styles.open}`}>{t('statusInexpressible')}</span>;
  }
}
