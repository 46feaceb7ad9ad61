import { Alert } from 'antd';
import { useTranslations } from 'next-intl';
import styles from '../simulate.module.css';
import type { PlanAnswer } from '../simulate-answers.ts';

/** How long a run takes, before it is begun; or what is wrong with what is asked. */
export function RunEstimate({ plan: { seconds, scans, faults } }: { readonly plan: PlanAnswer }) {
  const t = useTranslations('simulate.whatIf');
  if (faults.length > 0) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t('faults')}
        description={faults.map((text) => (
          <p key={text} className={styles.reason}>
            {text}
          </p>
        ))}
      />
    );
  }
  if (seconds === undefined || scans === undefined) return null;
  const time =
    seconds < 90
      ? t('seconds', { count: seconds })
      : t('minutes', { count: Math.round(seconds / 60) });
  return <p className={styles.quiet}>{t('estimate', { time, scans })}</p>;
}
