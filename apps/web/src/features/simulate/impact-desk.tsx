import { useTranslations } from 'next-intl';
import type { ComparedPair } from '../compare/model/compare-address.ts';
import type { AskedBeside } from './model/simulate-address.ts';
import { askedRunOf } from './model/simulate-address.ts';
import { PopulationChoice } from './populations/population-choice.tsx';
import { RunView } from './run/run-view.tsx';
import styles from './simulate.module.css';
import { usePlan } from './use-plan.ts';
import { RunEstimate } from './what-if/run-estimate.tsx';
import { WhatIfPanel } from './what-if/what-if-panel.tsx';

interface RunChoice extends AskedBeside {
  readonly population?: string;
  /** Empty: none. */
  readonly run?: string;
}

/** Which people a pair of versions is run on, and the run. */
export function ImpactDesk({
  pair,
  population,
  run,
  beside,
  onChange,
}: {
  readonly pair: ComparedPair | undefined;
  readonly population: string | undefined;
  readonly run: string | undefined;
  /** What is asked beside; absent where only the pair is run. */
  readonly beside?: AskedBeside;
  readonly onChange: (change: RunChoice) => void;
}) {
  const t = useTranslations('simulate');
  const asked = askedRunOf({ ...pair, ...beside, ...(population !== undefined && { population }) });
  const plan = usePlan(asked);
  return (
    <>
      <PopulationChoice
        name={population}
        onChoose={(name) => onChange({ population: name, run: '' })}
      />
      {asked && beside && (
        <WhatIfPanel
          beside={beside}
          plan={plan.data}
          onChange={(change) => onChange({ ...change, run: '' })}
        />
      )}
      {asked && run === undefined && plan.data && <RunEstimate plan={plan.data} />}
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
