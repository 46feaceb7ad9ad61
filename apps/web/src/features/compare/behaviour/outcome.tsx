import { Alert } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '../../shell/badge.tsx';
import type { BehaviourAnswer, ResultAnswer } from '../behaviour-answers.ts';
import styles from '../compare.module.css';
import { isSame } from '../model/region-grid.ts';
import { Downloads } from './downloads.tsx';
import { Drawers } from './drawers.tsx';
import { ResultList } from './result-list.tsx';
import { ResultPanel } from './result-panel.tsx';

/** A comparison that is done: the sentence, the results, and the regions of the one that was chosen. */
export function Outcome({
  job,
  answer,
}: {
  readonly job: string;
  readonly answer: BehaviourAnswer;
}) {
  const [chosen, setChosen] = useState(() => firstShown(answer.results));
  const result = answer.results[chosen];
  return (
    <>
      <Sentence job={job} answer={answer} />
      {result && !isSame(result.state) && (
        <div className={styles.outcome}>
          <ResultList results={answer.results} chosen={chosen} onChoose={setChosen} />
          <ResultPanel key={chosen} job={job} at={chosen} result={result} facts={answer.facts} />
        </div>
      )}
      <Drawers answer={answer} />
    </>
  );
}

function Sentence({ job, answer }: { readonly job: string; readonly answer: BehaviourAnswer }) {
  const t = useTranslations('compare');
  const { summary, isComplete, days, assumptions, illustrative } = answer;
  return (
    <section className={styles.card} aria-labelledby="sentence">
      <p id="sentence" className={styles.sentence}>
        {summary}
      </p>
      <p className={styles.quiet}>
        <Badge tone={isComplete ? 'good' : 'warn'}>
          {t(isComplete ? 'complete' : 'incomplete')}
        </Badge>{' '}
        {t('comparedDays', days)}
      </p>
      {illustrative.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('illustrative', { names: illustrative.join('、') })}
        />
      )}
      <Downloads job={job} />
      <details>
        <summary>{t('assumptions', { count: assumptions.length })}</summary>
        <ul>
          {assumptions.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** What the person bears where that changes, else the first result that does. */
function firstShown(results: readonly ResultAnswer[]): number {
  const isShown = ({ state }: ResultAnswer): boolean => !isSame(state);
  const share = results.findIndex((each) => each.isPersonsShare && isShown(each));
  return share < 0 ? results.findIndex(isShown) : share;
}
