'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { lineSigns } from '../model/ladder-text.ts';
import type { ClauseJson, LineJson } from '../model/settled-json.ts';
import { ClauseCard } from './clause-card.tsx';
import styles from './result.module.css';

/** One number of the ladder; it is a button that says why it is this number. */
export function LadderLine({ line }: { readonly line: LineJson }) {
  const t = useTranslations('calculator');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const [open, setOpen] = useState(false);
  const id = useId();
  const label = line.label[language];
  return (
    <li className={styles.line} data-kind={line.kind}>
      <span className={styles.sign} aria-hidden>
        {lineSigns[line.kind]}
      </span>
      <span className={styles.label}>{label}</span>
      <button
        type="button"
        className={styles.number}
        aria-expanded={open}
        aria-controls={id}
        title={t('why')}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.hidden}>{t('whyOf', { label })}</span>
        {line.amount}
      </button>
      {line.formula && <span className={styles.formula}>{line.formula[language]}</span>}
      <div id={id} className={styles.why} hidden={!open}>
        {open && (
          <Why
            sentence={
              line.formula ? `${label} ${line.amount}：${line.formula[language]}` : undefined
            }
            clauses={line.clauses}
          />
        )}
      </div>
    </li>
  );
}

/** The formula with its numbers, then every clause that it rests on. */
function Why({
  sentence,
  clauses,
}: {
  readonly sentence: string | undefined;
  readonly clauses: readonly ClauseJson[];
}) {
  const t = useTranslations('calculator');
  return (
    <>
      <h4>{t('why')}</h4>
      {sentence && <p>{sentence}</p>}
      {clauses.length === 0 && <p>{t('noClause')}</p>}
      {clauses.map((clause) => (
        <ClauseCard key={`${clause.text} ${clause.line}`} clause={clause} />
      ))}
    </>
  );
}
