import { Spin } from 'antd';
import { useTranslations } from 'next-intl';
import styles from './opening.module.css';

/** What is shown while the editor is being opened. */
export function Opening() {
  const t = useTranslations('editor');
  return (
    <div className={styles.opening} role="status">
      <Spin aria-hidden />
      <p>{t('opening')}</p>
    </div>
  );
}
