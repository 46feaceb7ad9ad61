'use client';

import { FileTextOutlined } from '@ant-design/icons';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { editorHref } from '../../documents/editor-href.ts';
import type { ClauseJson } from '../model/settled-json.ts';
import styles from './result.module.css';

/** A clause with its words, what is known of its source, and the way to its text. */
export function ClauseCard({ clause }: { readonly clause: ClauseJson }) {
  const t = useTranslations('calculator');
  const { text, file, line, quote = [], source } = clause;
  return (
    <div className={styles.clause}>
      <p className={styles.clauseName}>{text}</p>
      {quote.map((sentence) => (
        <blockquote key={sentence}>{sentence}</blockquote>
      ))}
      {source && <p className={styles.source}>{t('source', { source })}</p>}
      <Link href={editorHref(file, line)} prefetch={false} className={styles.open}>
        <FileTextOutlined aria-hidden /> {t('openAtLine', { line })}
      </Link>
    </div>
  );
}
