'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { editorHref } from '../../documents/editor-href.ts';
import { undeterminedIn } from '../model/person-part.ts';
import type { SettledJson } from '../model/settled-json.ts';
import { Ladders } from './ladders.tsx';
import styles from './result.module.css';
import { StateTable } from './state-table.tsx';
import { VoidedSection } from './voided-section.tsx';
import { WhoPays } from './who-pays.tsx';

/** Everything that a case comes to; what it lacks is said first. */
export function ResultPane({
  settled,
  hasExamples,
}: {
  readonly settled: SettledJson;
  readonly hasExamples: boolean;
}) {
  const hasLadder = settled.ladders.some(({ layers, cost }) => layers.length + cost.length > 0);
  return (
    <>
      {!hasLadder && <NothingYet hasExamples={hasExamples} />}
      <Warnings settled={settled} />
      <Undetermined settled={settled} />
      <VoidedSection settled={settled} />
      <WhoPays settled={settled} />
      {hasLadder && <Ladders settled={settled} />}
      <StateTable lines={settled.state} />
    </>
  );
}

/** Before the first question is answered there is nothing to show, and a place where it will be. */
function NothingYet({ hasExamples }: { readonly hasExamples: boolean }) {
  const t = useTranslations('calculator');
  return (
    <div className={styles.empty}>
      <p>{t('nothingYet')}</p>
      {hasExamples && <p>{t('tryExample')}</p>}
    </div>
  );
}

/** Documents that were left out, since they have errors. */
function Warnings({ settled }: { readonly settled: SettledJson }) {
  if (settled.warnings.length === 0) return null;
  return (
    <ul className={styles.warning}>
      {settled.warnings.map(({ message, hint, file, line }) => (
        <li key={`${file}:${line} ${message}`}>
          {message} {hint}{' '}
          {file && (
            <Link href={editorHref(file, line)} prefetch={false}>
              {file}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What no answer of the person could add: values that the sources do not give, gaps of the rules. */
function Undetermined({ settled }: { readonly settled: SettledJson }) {
  const t = useTranslations('calculator');
  const reasons = undeterminedIn(settled);
  if (reasons.length === 0) return null;
  return (
    <section className={styles.warning} aria-label={t('undetermined')}>
      <h2>{t('undetermined')}</h2>
      <p>{t('undeterminedText')}</p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </section>
  );
}
