'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { WrongField } from '../model/case-of-draft.ts';
import type { Settlement } from '../use-settlement.ts';
import styles from './status-line.module.css';

/** How things stand: under way, settled, still lacking something, or not to be settled as it is. */
export function StatusLine({
  settlement,
  wrong,
}: {
  readonly settlement: Settlement;
  readonly wrong: readonly WrongField[];
}) {
  const t = useTranslations('calculator');
  const { answer, settled, isUnderWay, error, retry } = settlement;
  const missing = answer?.kind === 'settled' ? answer.missing : [];
  const [first] = wrong;
  if (error && !isUnderWay) {
    return (
      <p className={styles.status} data-kind="bad" role="alert">
        <span>{error.message || t('serverAway')}</span>
        <Button size="small" onClick={retry}>
          {t('tryAgain')}
        </Button>
      </p>
    );
  }
  if (first) {
    return (
      <p className={styles.status} data-kind="bad" role="status">
        <span>{t('toCorrect', { count: wrong.length })}</span>
        <GoTo path={first.path} label={t('goCorrect')} />
      </p>
    );
  }
  if (isUnderWay) {
    return (
      <p className={styles.status} data-kind="busy" role="status">
        {t('underWay')}
      </p>
    );
  }
  if (answer?.kind === 'refused') return <Refused settlement={settlement} />;
  const [next] = missing;
  if (next) {
    return (
      <p className={styles.status} data-kind="asks" role="status">
        <span>{t('stillMissing', { count: missing.length, question: next.question })}</span>
        <GoTo path={next.path} label={t('goThere')} />
      </p>
    );
  }
  return (
    <p className={styles.status} data-kind="good" role="status">
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
    <div className={styles.status} data-kind="bad" role="alert">
      <div>
        <p>{settled ? t('refusedKept') : t('refused')}</p>
        <ul>
          {answer.findings.map(({ path, message, hint }) => (
            <li key={`${path} ${message}`}>
              {message} {hint} {path && <GoTo path={path} label={t('goCorrect')} />}
            </li>
          ))}
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
