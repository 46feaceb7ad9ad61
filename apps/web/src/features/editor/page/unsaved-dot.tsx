import { useTranslations } from 'next-intl';
import styles from './unsaved-dot.module.css';

/** Marks a document that has unsaved changes. */
export function UnsavedDot() {
  const t = useTranslations('editor');
  return (
    <span
      className={styles.dot}
      role="img"
      aria-label={t('unsavedMark')}
      title={t('unsavedMark')}
    />
  );
}
