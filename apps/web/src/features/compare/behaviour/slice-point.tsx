import { useTranslations } from 'next-intl';
import { useRested } from '../../catalogues/use-catalogues.ts';
import { showAmount } from '../../shell/show-amount.ts';
import styles from '../compare.module.css';
import type { PartAnswer, ShownSlice } from '../slice-answers.ts';
import type { CasePlace } from './use-case.ts';
import { useSlice } from './use-slice.ts';

/** A slider moves faster than settlements are made. */
const REST_MILLIS = 120;

/** Both results at one amount, settled by the interpreter. */
export function SlicePoint({
  place,
  shown,
  at,
}: {
  readonly place: CasePlace;
  readonly shown: ShownSlice;
  readonly at: string;
}) {
  const t = useTranslations('compare');
  const rested = useRested(at, REST_MILLIS);
  const { data, isPlaceholderData } = useSlice(place, { input: shown.input, at: rested });
  const [piece] = data?.shown?.pieces ?? [];
  if (!piece || isPlaceholderData || rested !== at) {
    return (
      <p className={styles.caseResult} aria-busy>
        {t('pointAsked', { input: shown.inputName, at: showAmount(at) })}
      </p>
    );
  }
  const word = (part: PartAnswer): string =>
    part.kind === 'line' ? showAmount(part.first) : t(`part.${part.kind}`);
  return (
    <p className={styles.caseResult} role="status">
      {t('point', {
        input: shown.inputName,
        at: showAmount(piece.from),
        old: word(piece.old),
        new: word(piece.new),
        difference: piece.difference ? showAmount(piece.difference.first) : '—',
      })}
    </p>
  );
}
