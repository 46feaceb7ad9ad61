import { useTranslations } from 'next-intl';
import { ScrollRegion } from '../../calculator/scroll-region.tsx';
import { showAmount } from '../../shell/show-amount.ts';
import styles from '../compare.module.css';
import type { SliceWindow } from '../model/slice-view.ts';
import { piecesIn } from '../model/slice-view.ts';
import type { LineAnswer, PartAnswer, ShownSlice } from '../slice-answers.ts';

/** Rows beyond these are counted: a narrower range shows them. */
const MOST_ROWS = 40;

/** The pieces of a slice in exact amounts: the picture above says the same to those who see it. */
export function SliceTable({
  shown,
  window,
}: {
  readonly shown: ShownSlice;
  readonly window: SliceWindow;
}) {
  const t = useTranslations('compare');
  const pieces = piecesIn(shown.pieces, window);
  return (
    <ScrollRegion label={t('piecesLabel')}>
      <table className={styles.steps}>
        <thead>
          <tr>
            <th scope="col">{shown.inputName}</th>
            <th scope="col">{t('old')}</th>
            <th scope="col">{t('new')}</th>
            <th scope="col">{t('difference')}</th>
            <th scope="col">{t('bendBy')}</th>
          </tr>
        </thead>
        <tbody>
          {pieces.slice(0, MOST_ROWS).map((piece) => (
            <tr key={piece.from}>
              <th scope="row">{stretch(piece.from, piece.to)}</th>
              <Part part={piece.old} />
              <Part part={piece.new} />
              <td className={styles.number}>{piece.difference ? ends(piece.difference) : '—'}</td>
              <td>{piece.rules.join('、') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pieces.length > MOST_ROWS && (
        <p className={styles.quiet}>{t('morePieces', { count: pieces.length - MOST_ROWS })}</p>
      )}
    </ScrollRegion>
  );
}

function Part({ part }: { readonly part: PartAnswer }) {
  const t = useTranslations('compare');
  if (part.kind === 'line') return <td className={styles.number}>{ends(part)}</td>;
  const reason = part.kind === 'undecided' ? `：${part.reason}` : '';
  return <td>{`${t(`part.${part.kind}`)}${reason}`}</td>;
}

function ends({ first, last }: LineAnswer): string {
  return stretch(first, last);
}

function stretch(from: string, to: string): string {
  return from === to ? showAmount(from) : `${showAmount(from)} → ${showAmount(to)}`;
}
