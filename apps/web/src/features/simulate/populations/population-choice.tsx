import { Button, Select, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Badge } from '../../shell/badge.tsx';
import styles from '../simulate.module.css';
import type { ListedPopulation, UsablePopulation } from '../simulate-answers.ts';
import { SimulationFailed } from '../simulation-failed.tsx';
import { usePopulations } from '../use-populations.ts';
import { MakePopulation } from './make-population.tsx';

/** Which people are run; a sample of them is a button away. */
export function PopulationChoice({
  name,
  onChoose,
}: {
  readonly name: string | undefined;
  readonly onChoose: (name: string) => void;
}) {
  const t = useTranslations('simulate');
  const id = useId();
  const [asked, setMaking] = useState<boolean>();
  const { data, error, refetch } = usePopulations();
  if (error && !data) return <SimulationFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 2 }} />;
  const isMaking = asked ?? data.making.length > 0;
  const usable = data.populations.filter((each) => each.kind === 'usable');
  const chosen = usable.find((each) => each.name === name);
  const made = (population: string): void => {
    setMaking(false);
    void refetch().then(() => onChoose(population));
  };
  return (
    <section className={styles.card} aria-label={t('who')}>
      <div className={styles.populations}>
        {usable.length === 0 ? (
          <p className={styles.quiet}>{t('noPopulations')}</p>
        ) : (
          <>
            <label htmlFor={id}>{t('population')}</label>
            <Select
              id={id}
              className={styles.population ?? ''}
              popupMatchSelectWidth={false}
              placeholder={t('choosePopulation')}
              {...(name !== undefined && { value: name })}
              options={usable.map((each) => ({ value: each.name, label: each.name }))}
              onChange={onChoose}
            />
          </>
        )}
        {chosen && <PopulationText population={chosen} />}
        <Button aria-expanded={isMaking} onClick={() => setMaking(!isMaking)}>
          {t('makeSample')}
        </Button>
      </div>
      {isMaking && <MakePopulation offer={data} onMade={made} />}
      <Unusable populations={data.populations} />
    </section>
  );
}

function PopulationText({ population }: { readonly population: UsablePopulation }) {
  const t = useTranslations('simulate');
  const { year, persons, claims, isSynthetic } = population;
  return (
    <span className={styles.quietInline}>
      {isSynthetic && <Badge tone="warn">{t('synthetic')}</Badge>}{' '}
      {t('populationText', { year: String(year), persons, claims })}
    </span>
  );
}

function Unusable({ populations }: { readonly populations: readonly ListedPopulation[] }) {
  const t = useTranslations('simulate');
  const found = populations.filter((each) => each.kind === 'unusable');
  if (found.length === 0) return null;
  return (
    <details>
      <summary>{t('unusable', { count: found.length })}</summary>
      <ul>
        {found.map(({ name, reason }) => (
          <li key={name}>{t('unusableLine', { name, reason })}</li>
        ))}
      </ul>
    </details>
  );
}
