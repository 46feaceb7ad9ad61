'use client';

import { Button } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { editorHref } from '../../documents/editor-href.ts';
import { RefusedError } from '../../shell/ask-server.ts';
import type { WrongField } from '../model/case-of-draft.ts';
import { claimOfPath, findingWords } from '../model/finding-words.ts';
import type { OpenQuestion } from '../model/open-questions.ts';
import { undeterminedIn } from '../model/person-part.ts';
import type { Settlement } from '../use-settlement.ts';
import styles from './status-line.module.css';

/** How things stand: under way, settled, still lacking something, or not to be settled as it is. */
export function StatusLine({
  settlement,
  wrong,
  questions,
}: {
  readonly settlement: Settlement;
  readonly wrong: readonly WrongField[];
  readonly questions: readonly OpenQuestion[];
}) {
  const t = useTranslations('calculator');
  const shell = useTranslations('shell');
  const { answer, settled, isUnderWay, error, retry } = settlement;
  const [first] = wrong;
  if (error && !isUnderWay) {
    return (
      <p className={styles.status} data-kind="bad">
        <span>{error instanceof RefusedError ? error.message : shell('serverAway')}</span>
        <Button size="small" onClick={retry}>
          {shell('tryAgain')}
        </Button>
      </p>
    );
  }
  if (first) {
    return (
      <p className={styles.status} data-kind="bad">
        <span>{t('toCorrect', { count: wrong.length })}</span>
        <GoTo path={first.path} label={t('goCorrect')} />
      </p>
    );
  }
  if (isUnderWay) {
    return (
      <p className={styles.status} data-kind="busy">
        {t('underWay')}
      </p>
    );
  }
  if (answer?.kind === 'refused') return <Refused settlement={settlement} />;
  const [next] = questions;
  if (next) {
    return (
      <p className={styles.status} data-kind="asks">
        <span>{t('stillMissing', { count: questions.length, question: next.question })}</span>
        <GoTo path={next.path} label={t('goThere')} />
      </p>
    );
  }
  if (settled && undeterminedIn(settled).length > 0) {
    return (
      <p className={styles.status} data-kind="asks">
        {t('settledInPart')}
      </p>
    );
  }
  return (
    <p className={styles.status} data-kind="good">
      {settled ? t('settled') : t('underWay')}
    </p>
  );
}

/** What is said against the case; a sentence about one field stands beside it as well. */
function Refused({ settlement }: { readonly settlement: Settlement }) {
  const t = useTranslations('calculator');
  const { answer, settled } = settlement;
  if (answer?.kind !== 'refused') return null;
  return (
    <div className={styles.status} data-kind="bad">
      <div>
        <p>{settled ? t('refusedKept') : t('refused')}</p>
        <ul>
          {answer.findings.map((finding) => {
            const { path, file, line } = finding;
            const claim = claimOfPath(path);
            return (
              <li key={`${path} ${finding.message}`}>
                {claim && t('inClaim', { number: claim })}
                {findingWords(finding)} {path && <GoTo path={path} label={t('goCorrect')} />}
                {file && line && (
                  <Link href={editorHref(file, line)} prefetch={false}>
                    {t('openAtLine', { line })}
                  </Link>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function GoTo({ path, label }: { readonly path: string; readonly label: string }) {
  return (
    <Button size="small" onClick={() => focusField(path)}>
      {label}
    </Button>
  );
}

/** Puts the focus into the field of a path, out of whatever it is folded into. */
function focusField(path: string): void {
  const row = document.querySelector(`[data-path="${CSS.escape(path)}"]`);
  row?.closest('details')?.setAttribute('open', '');
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLElement>('input, select, button')?.focus();
}
