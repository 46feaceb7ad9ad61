import { useTranslations } from 'next-intl';
import { ScrollRegion } from '../../calculator/scroll-region.tsx';
import type { WorkAnswer } from '../behaviour-answers.ts';
import styles from '../compare.module.css';

/** What was looked at for each result, and what stayed open. */
export function WorkTable({ work: { text, heads, rows } }: { readonly work: WorkAnswer }) {
  const t = useTranslations('compare');
  return (
    <>
      <p className={styles.quiet}>{text}</p>
      <ScrollRegion label={t('workLabel')}>
        <table className={`${styles.steps} ${styles.work}`}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows.entries()].map(([row, [name, ...cells]]) => (
              <tr key={row}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={heads[at + 1]} className={/^\d+$/.test(cell) ? styles.number : ''}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
