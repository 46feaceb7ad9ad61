import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import styles from '../compare.module.css';
import type { JobActs, Outdated } from './use-job.ts';

/** A document was changed since: said at the edge of the window, so that nothing moves under the reader's hands. */
export function OutdatedBar({
  outdated: { error },
  again,
}: {
  readonly outdated: Outdated;
  readonly again: JobActs['again'];
}) {
  const t = useTranslations('compare');
  return (
    <div role="status" className={styles.outdated}>
      <span>{error ? t('outdatedRefused', { reason: error.message }) : t('outdated')}</span>
      {!error && (
        <Button size="small" onClick={again}>
          {t('compareAgain')}
        </Button>
      )}
    </div>
  );
}
