import { Input } from 'antd';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './documents.module.css';

/** Words to find documents by, further conditions, and how many there are; undefined while that is not known. */
export function DocumentSearch({
  words,
  onWords,
  count,
  children,
}: {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly count: number | undefined;
  readonly children?: ReactNode;
}) {
  const t = useTranslations('documents');
  return (
    <search className={styles.filters}>
      <Input.Search
        allowClear
        value={words}
        onChange={(event) => onWords(event.target.value)}
        placeholder={t('search')}
        aria-label={t('search')}
        className={styles.search}
      />
      {children}
      <span className={styles.quiet} role="status">
        {count !== undefined && t('count', { count })}
      </span>
    </search>
  );
}
