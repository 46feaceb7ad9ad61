import { Alert } from 'antd';
import { useTranslations } from 'next-intl';
import { Badge } from '../shell/badge.tsx';
import type { Dataset } from '../workflow/answers.ts';
import { todayInChina } from '../workflow/day-field.tsx';
import { hasRole } from '../workflow/people.ts';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { ReasonButton } from '../workflow/reason-dialog.tsx';
import { useMe } from '../workflow/use-me.ts';
import { usePlaces } from '../workflow/use-places.ts';
import styles from '../workflow/workflow.module.css';
import type { Makable } from './new-dataset.tsx';
import { NewDataset } from './new-dataset.tsx';
import { useDatasets } from './use-datasets.ts';

/** The datasets of one's office: what they are, until when they are kept; whoever answers for them adds and deletes some. */
export function DatasetList(makable: Makable) {
  const t = useTranslations('simulations');
  const { datasets, data, error, refetch } = useDatasets();
  const { data: me } = useMe();
  return (
    <section className={styles.panel} aria-label={t('datasets')}>
      <div className={styles.head}>
        <h2>{t('datasets')}</h2>
        {hasRole(me, ['analyst']) && <NewDataset {...makable} />}
      </div>
      {error && !data && <ReadFailed error={error} retry={() => void refetch()} />}
      {data && datasets.length === 0 && <p className={styles.quiet}>{t('noDatasets')}</p>}
      {datasets.length > 0 && (
        <ul className={styles.list} aria-label={t('datasets')}>
          {datasets.map((dataset) => (
            <DatasetRow
              key={dataset.id}
              dataset={dataset}
              mayDelete={hasRole(me, ['analyst', 'administrator'], dataset.jurisdictionId)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function DatasetRow({
  dataset: { id, title, jurisdictionId, persons, claims, synthetic, retainUntil },
  mayDelete,
}: {
  readonly dataset: Dataset;
  readonly mayDelete: boolean;
}) {
  const t = useTranslations('simulations');
  const { byId } = usePlaces();
  const isOver = retainUntil <= todayInChina();
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className={styles.title}>{title}</span>
        <span className={styles.facts}>
          {synthetic && <Badge tone="warn">{t('synthetic')}</Badge>}
          <span>{byId.get(jurisdictionId)?.name}</span>
          <span>{t('size', { persons, claims })}</span>
          <span>{t('retained', { day: retainUntil })}</span>
        </span>
        {isOver && <Alert type="warning" showIcon title={t('expired')} />}
      </span>
      {mayDelete && (
        <ReasonButton
          isDanger
          label={t('delete')}
          title={t('deleteTitle', { title })}
          note={<p>{t('deleteNote')}</p>}
          changeOf={(reason) => ({
            ...{ method: 'POST', path: `/datasets/${id}/delete`, body: { reason } },
          })}
        />
      )}
    </li>
  );
}
