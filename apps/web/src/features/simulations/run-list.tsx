import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { Run } from '../workflow/answers.ts';
import { Moment } from '../workflow/moment.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useNames } from '../workflow/use-names.ts';
import styles from '../workflow/workflow.module.css';
import { useDatasets } from './use-datasets.ts';

/** Runs of one's office, those made last first. */
export function RunList({
  shown,
  onShow,
}: {
  readonly shown: string | undefined;
  readonly onShow: (run: string | undefined) => void;
}) {
  const t = useTranslations('simulations');
  const { data } = useRead<{ readonly runs: readonly Run[] }>('/runs', { every: 15_000 });
  const { datasets } = useDatasets();
  const nameOf = useNames((data?.runs ?? []).map(({ runnerId }) => runnerId));
  if (!data) return null;
  return (
    <section className={styles.panel} aria-label={t('runs')}>
      <h2>{t('runs')}</h2>
      {data.runs.length === 0 && <p className={styles.quiet}>{t('noRuns')}</p>}
      {data.runs.length > 0 && (
        <ul className={styles.list} aria-label={t('runs')}>
          {data.runs.map(({ id, title, datasetId, runnerId, ranAt }) => (
            <li key={id} className={styles.row}>
              <span className={styles.what}>
                <span className={styles.title}>{title}</span>
                <span className={styles.facts}>
                  <span>
                    {datasets.find((each) => each.id === datasetId)?.title ?? t('deleted')}
                  </span>
                  <span>{nameOf(runnerId)}</span>
                  <Moment at={ranAt} />
                </span>
              </span>
              <Button
                aria-pressed={id === shown}
                onClick={() => onShow(id === shown ? undefined : id)}
              >
                {t(id === shown ? 'hide' : 'show')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
