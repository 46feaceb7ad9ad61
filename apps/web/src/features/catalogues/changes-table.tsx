import type { ChangedRow } from '@tiaoli/workspace';
import { Empty } from 'antd';
import { useTranslations } from 'next-intl';
import { Badge } from '../shell/badge.tsx';
import type { ChangesAnswer } from './catalogue-answers.ts';
import styles from './catalogues.module.css';

/** Each row that differs: its kinds, and what every differing column said before and says now. */
export function ChangesTable({ answer }: { readonly answer: ChangesAnswer }) {
  const t = useTranslations('catalogues');
  const { catalogue, rows, since, on } = answer;
  if (since === on) return null;
  if (rows.length === 0) return <Empty description={t('nothingChanged')} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label={t('changesLabel')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{catalogue.keyColumns.join('、')}</th>
            <th scope="col">{t('kindColumn')}</th>
            <th scope="col">{t('difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Change key={JSON.stringify((row.after ?? row.before)?.keys)} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Change({ row }: { readonly row: ChangedRow }) {
  const t = useTranslations('catalogues');
  const shown = row.after ?? row.before;
  const [first] = Object.values(shown?.cells ?? {});
  return (
    <tr>
      <th scope="row">
        {shown?.keys.map(({ text }) => text).join('、')}
        <span className={styles.name}>{first}</span>
      </th>
      <td>
        <span className={styles.badges}>
          {row.kinds.map((kind) => (
            <Badge key={kind} tone={toneOf(kind)}>
              {t(`kind.${kind}`)}
            </Badge>
          ))}
          {row.changedBy && <Badge tone="warn">{row.changedBy.place ?? t('nation')}</Badge>}
        </span>
      </td>
      <td>
        <Difference row={row} />
      </td>
    </tr>
  );
}

function toneOf(kind: ChangedRow['kinds'][number]): 'good' | 'bad' | 'warn' {
  if (kind === 'added') return 'good';
  return kind === 'removed' ? 'bad' : 'warn';
}

/** The whole row where it came or went, else the columns that differ. */
function Difference({ row: { before, after, columns } }: { readonly row: ChangedRow }) {
  const only = before && after ? undefined : (after ?? before);
  if (only) {
    const all = Object.entries(only.cells).map(([name, text]) => `${name} ${text}`);
    return after ? <ins>{all.join('　')}</ins> : <del>{all.join('　')}</del>;
  }
  return (
    <dl className={styles.cells}>
      {columns.map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <del>{before?.cells[name]}</del> → <ins>{after?.cells[name]}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
