import type { FoundRow } from '@tiaoli/workspace';
import { Empty } from 'antd';
import { useTranslations } from 'next-intl';
import { Badge } from '../shell/badge.tsx';
import type { CatalogueFacts, RowsAnswer } from './catalogue-answers.ts';
import styles from './catalogues.module.css';

/** A page of rows: keys, cells, days; the key opens what was ever said of it. */
export function RowsTable({
  answer,
  onChoose,
}: {
  readonly answer: RowsAnswer;
  readonly onChoose: (keys: readonly string[]) => void;
}) {
  const t = useTranslations('catalogues');
  const { catalogue, rows } = answer;
  if (rows.length === 0) {
    return <Empty description={answer.inForce === 0 ? t('noRowsOnDay') : t('notFound')} />;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label={t('tableLabel')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {[...catalogue.keyColumns, ...catalogue.columns].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{t('from')}</th>
            <th scope="col">{t('to')}</th>
            <th scope="col">{t('changedByColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={JSON.stringify(row.keys)}
              row={row}
              catalogue={catalogue}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  row,
  catalogue,
  onChoose,
}: {
  readonly row: FoundRow;
  readonly catalogue: CatalogueFacts;
  readonly onChoose: (keys: readonly string[]) => void;
}) {
  const t = useTranslations('catalogues');
  const [first, ...others] = row.keys;
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles.key} onClick={() => onChoose(row.textKeys)}>
          {first?.text === '' ? t('openEnd') : first?.text}
        </button>
      </th>
      {others.map(({ column, text }) => (
        <td key={column}>{text}</td>
      ))}
      {catalogue.columns.map((name) => (
        <td key={name}>{row.cells[name]}</td>
      ))}
      <td className={styles.day}>{row.from}</td>
      <td className={styles.day}>{row.to}</td>
      <td>{row.changedBy && <Badge tone="warn">{row.changedBy.place ?? t('nation')}</Badge>}</td>
    </tr>
  );
}
