import type { LadderView } from '@tiaoli/workspace';
import { useLocale, useTranslations } from 'next-intl';
import { ScrollRegion } from '../../calculator/scroll-region.tsx';
import { showAmount } from '../../shell/show-amount.ts';
import type { CaseAnswer, SettledSide } from '../behaviour-answers.ts';
import styles from '../compare.module.css';
import type { PairedStep, StepAmount } from '../model/pair-steps.ts';
import { pairSteps } from '../model/pair-steps.ts';
import { SaveCase } from './save-case.tsx';

/** Every claim of a case on both sides, step by step; the first step of all that is another is marked. */
export function SettledCase({ answer }: { readonly answer: CaseAnswer }) {
  const t = useTranslations('compare');
  const { old, new: now, name } = answer;
  const claims = pairedClaims(old, now);
  const first = claims.findIndex((pairs) => pairs.some(({ differs }) => differs));
  const agrees = old.agrees && now.agrees;
  return (
    <section className={styles.case} aria-label={t('caseLabel')}>
      {!agrees && <p className={styles.warning}>{t('otherNow', { name })}</p>}
      {claims.length === 0 && <p>{t('noLadder')}</p>}
      {[...claims.entries()].map(([at, pairs]) => (
        <div key={at}>
          {claims.length > 1 && <h4>{t('claimNumber', { number: at + 1 })}</h4>}
          <Steps old={old} now={now} pairs={pairs} isFirst={at === first} at={at} />
        </div>
      ))}
      <p className={styles.caseResult}>
        {t(claims.length > 1 && !answer.isYear ? 'lastResult' : 'caseResult', {
          name,
          old: showAmount(old.found),
          new: showAmount(now.found),
        })}
      </p>
      <SaveCase answer={answer} />
    </section>
  );
}

/** None where a side cannot list every claim. */
function pairedClaims(old: SettledSide, now: SettledSide): readonly (readonly PairedStep[])[] {
  const [left, right] = [laddersOf(old), laddersOf(now)];
  if (left.length !== right.length) return [];
  return left.flatMap((ladder, at) => {
    const other = right[at];
    return other ? [pairSteps(ladder, other)] : [];
  });
}

function laddersOf({ settled }: SettledSide): readonly LadderView[] {
  return settled.kind === 'settled' ? settled.ladders : [];
}

function Steps({
  old,
  now,
  pairs,
  isFirst,
  at,
}: {
  readonly old: SettledSide;
  readonly now: SettledSide;
  readonly pairs: readonly PairedStep[];
  /** The first step of these that is another is the first of the case. */
  readonly isFirst: boolean;
  /** Which claim of the case. */
  readonly at: number;
}) {
  const t = useTranslations('compare');
  const first = isFirst ? pairs.findIndex(({ differs }) => differs) : -1;
  return (
    <ScrollRegion label={t('stepsLabel', { number: at + 1 })}>
      <table className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">{t('step')}</th>
            <th scope="col">{t('sideOn', { side: t('old'), on: old.on })}</th>
            <th scope="col">{t('sideOn', { side: t('new'), on: now.on })}</th>
          </tr>
        </thead>
        <tbody>
          {[...pairs.entries()].map(([step, pair]) => (
            <StepRow key={pair.key} pair={pair} isFirst={step === first} />
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
