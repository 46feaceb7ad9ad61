import { useTranslations } from 'next-intl';
import type { ResultAnswer } from '../behaviour-answers.ts';
import styles from '../compare.module.css';
import { isSame, summaryOf } from '../model/region-grid.ts';
import { lookOf, signOf } from './signs.ts';

/** Results that are another: what the person bears, what each layer pays, the rest of the claim, what it leaves behind. */
export function ResultList({
  results,
  chosen,
  onChoose,
}: {
  readonly results: readonly ResultAnswer[];
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
}) {
  const t = useTranslations('compare');
  const changed = results
    .flatMap((result, at) => (isSame(result.state) ? [] : [{ result, at }]))
    .toSorted((left, right) => rankOf(left.result) - rankOf(right.result));
  const same = results.length - changed.length;
  return (
    <nav className={styles.results} aria-label={t('resultsLabel')}>
      {(['result', 'state'] as const).map((kind) => (
        <Group
          key={kind}
          title={t(`resultKind.${kind}`)}
          entries={changed.filter(({ result }) => result.kind === kind)}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
      {same > 0 && <p className={styles.quiet}>{t('sameResults', { count: same })}</p>}
    </nav>
  );
}

function rankOf({ isPersonsShare, isLayer }: ResultAnswer): number {
  if (isPersonsShare) return 0;
  return isLayer ? 1 : 2;
}

function Group({
  title,
  entries,
  chosen,
  onChoose,
}: {
  readonly title: string;
  readonly entries: readonly { readonly result: ResultAnswer; readonly at: number }[];
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
}) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {entries.map(({ result, at }) => (
          <li key={at}>
            <button
              type="button"
              className={styles.result}
              aria-pressed={at === chosen}
              onClick={() => onChoose(at)}
            >
              <Sign result={result} />
              <span className={styles.resultName}>{result.name}</span>
              <span className={styles.resultBounds}>{result.bounds}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sign({ result: { state, regions } }: { readonly result: ResultAnswer }) {
  const { direction } = summaryOf(regions);
  return (
    <span aria-hidden className={`${styles.sign} ${styles[lookOf(state, direction)]}`}>
      {signOf(state, direction)}
    </span>
  );
}
