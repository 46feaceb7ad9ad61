import { useTranslations } from 'next-intl';
import type { PlaceGroup } from './choose-documents.ts';
import type { ListSetting } from './document-row.tsx';
import { DocumentRow } from './document-row.tsx';
import styles from './documents.module.css';

/** The documents of one place. */
export function DocumentGroup({
  group,
  list,
}: {
  readonly group: PlaceGroup;
  readonly list: ListSetting;
}) {
  const t = useTranslations('documents');
  const { place, level, above, documents } = group;
  return (
    <section className={styles.group} aria-label={place}>
      <h2 className={styles.groupHead}>
        {above.length > 0 && <span className={styles.quiet}>{above.join(' › ')} ›</span>}
        {place}
        {t(level) !== place && <span className={styles.level}>{t(level)}</span>}
      </h2>
      <ul className={styles.list}>
        {documents.map((document) => (
          <DocumentRow key={document.id} document={document} list={list} />
        ))}
      </ul>
    </section>
  );
}
