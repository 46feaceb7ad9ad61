import { Alert, Skeleton } from 'antd';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '../shell/badge.tsx';
import { FileButtons } from '../shell/file-buttons.tsx';
import type { StoredComparison } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { TableRegion } from '../workflow/table-region.tsx';
import { apiRoot, useRead } from '../workflow/use-api.ts';
import { useLocalText } from '../workflow/use-local-text.ts';
import styles from '../workflow/workflow.module.css';

const formats = ['docx', 'html'] as const;

/** What two texts differ in, in short, with the whole of it as files. */
export function ComparisonView({ id }: { readonly id: string }) {
  const t = useTranslations('comparisons');
  const text = useLocalText();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const path = `/comparisons/${encodeURIComponent(id)}`;
  const { data, error, refetch } = useRead<StoredComparison>(path);
  if (error && !data) return <ReadFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />;
  const { baseline, reform, conclusion, isSame, isComplete, problem } = data.summary;
  const named = ({ title, on }: typeof baseline): string =>
    on === undefined ? title : t('onDay', { title, on });
  return (
    <section className={styles.panel} aria-label={t('result')}>
      <h2>{t('result')}</h2>
      <p className={styles.facts}>
        <span>{t('between', { baseline: named(baseline), reform: named(reform) })}</span>
      </p>
      {problem ? (
        <Alert type="warning" showIcon title={t('notCompared')} description={text(problem)} />
      ) : (
        <p>{text(conclusion)}</p>
      )}
      {isSame && <p>{t('same')}</p>}
      <Results comparison={data} />
      {!problem && (
        <p>
          {t('rest')}{' '}
          <Badge tone={isComplete ? 'good' : 'warn'}>
            {t(isComplete ? 'provedSame' : 'notProved')}
          </Badge>
        </p>
      )}
      <FileButtons
        formats={formats}
        labelOf={(format) => t(`download.${format}`)}
        addressOf={(format) => `${apiRoot}${path}/file?format=${format}&language=${language}`}
        failure={(failure) => <ChangeFailed error={failure} />}
      />
    </section>
  );
}

function Results({ comparison: { summary } }: { readonly comparison: StoredComparison }) {
  const t = useTranslations('comparisons');
  const states = useTranslations('gate.resultState');
  const text = useLocalText();
  if (summary.results.length === 0) return null;
  const known = states.has as (key: string) => boolean;
  const stateText = (state: string): string =>
    known(state) ? states(state as Parameters<typeof states>[0]) : state;
  return (
    <TableRegion label={t('results')}>
      <table>
        <caption>{t('results')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('bounds')}</th>
            <th scope="col">{t('regions')}</th>
          </tr>
        </thead>
        <tbody>
          {summary.results.map(({ name, state, regions, bounds }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>
                <Badge tone={state === 'undecided' ? 'warn' : 'quiet'}>{stateText(state)}</Badge>
              </td>
              <td>{text(bounds)}</td>
              <td>{regions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
