import { Button, Empty } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BehaviourAnswer, ResultAnswer } from '../behaviour-answers.ts';
import styles from '../compare.module.css';
import type { RegionFilter } from '../model/region-filter.ts';
import { fits, isFiltering, noFilter } from '../model/region-filter.ts';
import { byWeight, isSame } from '../model/region-grid.ts';
import { LaterClaims } from './later-claims.tsx';
import { RegionCard } from './region-card.tsx';
import { RegionFilters } from './region-filters.tsx';
import { RegionGridTable } from './region-grid-table.tsx';

/** One result: the grid of its regions, and a card for each that is another. */
export function ResultPanel({
  job,
  at,
  result,
  facts,
}: {
  readonly job: string;
  readonly at: number;
  readonly result: ResultAnswer;
  readonly facts: BehaviourAnswer['facts'];
}) {
  const t = useTranslations('compare');
  const [filter, setFilter] = useState<RegionFilter>(noFilter);
  const { regions } = result;
  const changed = regions.filter(({ state }) => !isSame(state) && state !== 'rounding');
  const shown = changed.filter((region) => fits(region, filter)).toSorted(byWeight);
  return (
    <section className={styles.panel} aria-labelledby="chosen-result">
      <h2 id="chosen-result">
        {result.kind === 'state' ? t('afterClaim', { name: result.name }) : result.name}
      </h2>
      <p className={styles.bounds}>{result.bounds}</p>
      {result.sequence && <LaterClaims place={{ job, result: at }} text={result.sequence} />}
      <RegionGridTable
        axes={result.axes}
        regions={regions}
        isDate={result.isDate}
        facts={facts}
        filter={filter}
        onChoose={(values) => setFilter({ ...filter, values })}
      />
      <RegionFilters result={result} facts={facts} filter={filter} onChange={setFilter} />
      <p role="status" className={styles.quiet}>
        {t('regionCount', { shown: shown.length, of: changed.length })}{' '}
        {isFiltering(filter) && (
          <Button size="small" onClick={() => setFilter(noFilter)}>
            {t('clearFilters')}
          </Button>
        )}
      </p>
      {shown.length === 0 && changed.length > 0 && <Empty description={t('noRegion')} />}
      {shown.map((region) => (
        <RegionCard key={region.at} job={job} result={at} region={region} />
      ))}
    </section>
  );
}
