import { printShare } from '@tiaoli/base';
import type { CityColumn, MatrixCell, ParameterRow, UnificationMatrix } from '@tiaoli/workspace';
import { useLocale, useTranslations } from 'next-intl';
import hidden from '../shell/hidden.module.css';
import { stateSigns } from './choose-rows.ts';
import styles from './unification.module.css';

interface CellProps {
  readonly row: ParameterRow;
  readonly cell: MatrixCell;
  readonly onChoose: (id: string, city: string) => void;
}

/** Parameters down, cities across; the names stay in sight while the cities scroll. */
export function MatrixTable({
  matrix,
  rows,
  onChoose,
}: {
  readonly matrix: UnificationMatrix;
  readonly rows: readonly ParameterRow[];
  readonly onChoose: CellProps['onChoose'];
}) {
  const t = useTranslations('unification');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label={t('tableLabel')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('parameter')}</th>
            <th scope="col">{t('provinceColumn')}</th>
            {matrix.cities.map((city) => (
              <CityHead key={city.city} city={city} />
            ))}
            <th scope="col">{t('unifiedColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow key={row.id} row={row} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CityHead({ city: { city, unified, filesWithErrors } }: { readonly city: CityColumn }) {
  const t = useTranslations('unification');
  return (
    <th scope="col">
      {city}
      <span className={styles.share}>{printShare(unified)}</span>
      {filesWithErrors.length > 0 && (
        <span className={styles.cityErrors}>
          {t('filesWithErrors', { count: filesWithErrors.length })}
        </span>
      )}
    </th>
  );
}

function MatrixRow({ row, onChoose }: Pick<CellProps, 'row' | 'onChoose'>) {
  const t = useTranslations('unification');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <tr>
      <th scope="row">
        {row.name}
        <span className={styles.document}>{row.document}</span>
      </th>
      <td>
        {row.province.text[language]}
        {row.province.isIllustrative && <span className={styles.mark}>{t('illustrative')}</span>}
        <span className={styles.bounds}>{row.bounds?.[language] ?? t('notDelegated')}</span>
      </td>
      {row.cells.map((cell) => (
        <td key={cell.city} className={styles[cell.state]}>
          <CellButton row={row} cell={cell} onChoose={onChoose} />
        </td>
      ))}
      <td className={styles.number}>{printShare(row.unified)}</td>
    </tr>
  );
}

/** The state is said by a sign, by colour, and by a word for those who hear the page. */
function CellButton({ row, cell, onChoose }: CellProps) {
  const t = useTranslations('unification');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const isShown = cell.state !== 'not-set' && cell.state !== 'unknown';
  return (
    <button type="button" className={styles.cell} onClick={() => onChoose(row.id, cell.city)}>
      <span aria-hidden className={styles.sign}>
        {stateSigns[cell.state]}
      </span>
      <span className={hidden.hidden}>{t(`state.${cell.state}`)}</span>
      {isShown && <span className={styles.text}>{cell.value.text[language]}</span>}
      {isShown && cell.value.isIllustrative && (
        <span className={styles.mark}>{t('illustrative')}</span>
      )}
      {cell.isOwn && <span className={styles.own}>{t('own')}</span>}
    </button>
  );
}
