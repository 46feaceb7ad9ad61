import type { PastePlanView, PlannedCellView } from '@tiaoli/language-server';
import { useTranslations } from 'next-intl';
import styles from './paste.module.css';

/** The pasted cells as the table would show them: what changes, what stays, and what cannot be written with its reason. */
export function PastedCells({
  plan: { headings, cells, added },
}: {
  readonly plan: PastePlanView;
}) {
  const t = useTranslations('tableEditor');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className={styles.frame} tabIndex={0} aria-label={t('paste.cells')}>
      <table className={styles.cells}>
        <thead>
          <tr>
            {headings.map((heading, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={at} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((line, down) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={down} data-added={down >= cells.length - added}>
              {line.map((cell, across) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={across} data-kind={cell.kind}>
                  <PlannedText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PlannedText({ cell }: { readonly cell: PlannedCellView }) {
  const t = useTranslations('tableEditor');
  switch (cell.kind) {
    case 'kept':
      return cell.text === '' ? t('paste.keptBlank') : cell.text;
    case 'new':
      return (
        <>
          <strong>{cell.text}</strong>
          {cell.before !== undefined && (
            <span className={styles.before}>{t('paste.before', { text: cell.before })}</span>
          )}
        </>
      );
    case 'plain':
      return (
        <>
          {cell.text}
          <span className={styles.before}>{t('paste.plain')}</span>
        </>
      );
    case 'wrong':
      return (
        <>
          {cell.text}
          <span className={styles.reason}>{cell.reason}</span>
        </>
      );
  }
}
