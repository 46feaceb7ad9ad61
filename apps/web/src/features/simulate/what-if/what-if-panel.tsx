import { Checkbox } from 'antd';
import { useTranslations } from 'next-intl';
import type { AskedBeside } from '../model/simulate-address.ts';
import styles from '../simulate.module.css';
import type { PlanAnswer } from '../simulate-answers.ts';
import { AccountsQuestion } from './accounts-question.tsx';
import { SolveQuestion } from './solve-question.tsx';
import { SweepQuestion } from './sweep-question.tsx';
import { ThresholdQuestion } from './threshold-question.tsx';

export interface QuestionProps {
  readonly beside: AskedBeside;
  /** Empty: not asked. */
  readonly onChange: (change: AskedBeside) => void;
}

/** What may be asked beyond two versions, each question by itself. */
export function WhatIfPanel({
  beside,
  plan,
  onChange,
}: QuestionProps & { readonly plan: PlanAnswer | undefined }) {
  const t = useTranslations('simulate.whatIf');
  const { sensitivity, sweep, solve, target, funds, threshold } = beside;
  const isAsked = [sensitivity, sweep, solve, target, funds, threshold].some(
    (each) => each !== undefined,
  );
  const values = plan?.values ?? [];
  return (
    <details className={styles.card} open={isAsked || undefined}>
      <summary className={styles.questionsTitle}>{t('title')}</summary>
      <p className={styles.quiet}>{t('intro')}</p>
      <SolveQuestion values={values} beside={beside} onChange={onChange} />
      <SweepQuestion values={values} beside={beside} onChange={onChange} />
      <div className={styles.question}>
        <Checkbox
          checked={sensitivity === '1'}
          onChange={({ target: box }) => onChange({ sensitivity: box.checked ? '1' : '' })}
        >
          {t('sensitivity')}
        </Checkbox>
        <p className={styles.quiet}>{t('sensitivityText')}</p>
      </div>
      <AccountsQuestion beside={beside} onChange={onChange} />
      <ThresholdQuestion numbers={plan?.numbers ?? []} beside={beside} onChange={onChange} />
    </details>
  );
}
