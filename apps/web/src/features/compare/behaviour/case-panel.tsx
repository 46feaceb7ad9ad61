import { Skeleton } from 'antd';
import { useLocale, useTranslations } from 'next-intl';
import { ScrollRegion } from '../../calculator/scroll-region.tsx';
import { showAmount } from '../../shell/show-amount.ts';
import type { CaseAnswer, SettledSide } from '../behaviour-answers.ts';
import styles from '../compare.module.css';
import { ComparisonFailed } from '../comparison-failed.tsx';
import type { PairedStep, StepAmount } from '../model/pair-steps.ts';
import { pairSteps } from '../model/pair-steps.ts';
import { SaveCase } from './save-case.tsx';
import { SlicePanel } from './slice-panel.tsx';
import type { CasePlace } from './use-case.ts';
import { useCase } from './use-case.ts';

/** A case settled on both sides, step by step, the first step that is another marked. */
export function CasePanel(place: CasePlace) {
  const { data, error, refetch } = useCase(place);
  if (error) return <ComparisonFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 6 }} />;
  return (
    <>
      <SettledCase answer={data} />
      {data.isNumber && <SlicePanel place={place} />}
    </>
  );
}

function SettledCase({ answer }: { readonly answer: CaseAnswer }) {
  const t = useTranslations('compare');
  const { old, new: now, name } = answer;
  const [left, right] = [ladderOf(old), ladderOf(now)];
  const agrees = old.agrees && now.agrees;
  return (
    <section className={styles.case} aria-label={t('caseLabel')}>
      {!agrees && <p className={styles.warning}>{t('otherNow', { name })}</p>}
      {left && right ? (
        <Steps old={old} now={now} pairs={pairSteps(left, right)} />
      ) : (
        <p>{t('noLadder')}</p>
      )}
      <p className={styles.caseResult}>
        {t('caseResult', { name, old: showAmount(old.found), new: showAmount(now.found) })}
      </p>
      <SaveCase answer={answer} />
    </section>
  );
}

function ladderOf({ settled }: SettledSide) {
  return settled.kind === 'settled' ? settled.ladders[0] : undefined;
}

function Steps({
  old,
  now,
  pairs,
}: {
  readonly old: SettledSide;
  readonly now: SettledSide;
  readonly pairs: readonly PairedStep[];
}) {
  const t = useTranslations('compare');
  const first = pairs.findIndex(({ differs }) => differs);
  return (
    <ScrollRegion label={t('stepsLabel')}>
      <table className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">{t('step')}</th>
            <th scope="col">{t('sideOn', { side: t('old'), on: old.on })}</th>
            <th scope="col">{t('sideOn', { side: t('new'), on: now.on })}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair, at) => (
            <StepRow key={pair.key} pair={pair} isFirst={at === first} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function StepRow({
  pair: { layer, label, old, new: now, differs },
  isFirst,
}: {
  readonly pair: PairedStep;
  readonly isFirst: boolean;
}) {
  const t = useTranslations('compare');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <tr className={isFirst ? styles.firstStep : differs ? styles.otherStep : ''}>
      <th scope="row">
        {layer && <span className={styles.quietInline}>{layer}</span>} {label[language]}{' '}
        {isFirst && <strong className={styles.firstMark}>{t('firstStep')}</strong>}
      </th>
      <Amount step={old} />
      <Amount step={now} />
    </tr>
  );
}

function Amount({ step }: { readonly step: StepAmount | undefined }) {
  const language = useLocale() === 'en' ? 'en' : 'zh';
  if (!step) return <td>—</td>;
  return (
    <td>
      <span className={styles.number}>{step.amount}</span>
      {step.formula && <span className={styles.formula}>{step.formula[language]}</span>}
    </td>
  );
}
