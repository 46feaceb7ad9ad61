import { useTranslations } from 'next-intl';
import type { ComparedPair } from '../compare/model/compare-address.ts';
import { askedRunOf } from './model/simulate-address.ts';
import { PopulationChoice } from './populations/population-choice.tsx';
import { RunView } from './run/run-view.tsx';
import styles from './simulate.module.css';

interface RunChoice {
  readonly population?: string;
  /** Empty: none. */
  readonly run?: string;
}

/** Which people a pair of versions is run on, and the run. */
export function ImpactDesk({
  pair,
  population,
  run,
  onChange,
}: {
  readonly pair: ComparedPair | undefined;
  readonly population: string | undefined;
  readonly run: string | undefined;
  readonly onChange: (change: RunChoice) => void;
}) {
  const t = useTranslations('simulate');
  const asked = askedRunOf({ ...pair, ...(population !== undefined && { population }) });
  return (
    <>
      <PopulationChoice
        name={population}
        onChoose={(name) => onChange({ population: name, run: '' })}
      />
      {asked ? (
        <RunView
          key={Object.values(asked).join('\n')}
          asked={asked}
          run={run}
          onRun={(id) => onChange({ run: id ?? '' })}
        />
      ) : (
        <p className={styles.quiet}>{t('chooseAll')}</p>
      )}
    </>
  );
}
