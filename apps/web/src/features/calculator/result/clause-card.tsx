'use client';

import { FileTextOutlined } from '@ant-design/icons';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ClauseJson } from '../model/settled-json.ts';
import styles from './result.module.css';

/** A clause with its words, what is known of its source, and the way to its text. */
export function ClauseCard({ clause }: { readonly clause: ClauseJson }) {
  const t = useTranslations('calculator');
  const { text, file, line, quote = [], source, grade } = clause;
  return (
    <div className={styles.clause}>
      <p className={styles.clauseName}>
        {text}
        {grade && (
          <span className={styles.grade} title={t('gradeText')}>
            {grade === 'illustrative' ? t('illustrative') : t('grade', { grade })}
          </span>
        )}
      </p>
      {quote.map((sentence) => (
        <blockquote key={sentence}>{sentence}</blockquote>
      ))}
      {source && <p className={styles.source}>{t('source', { source })}</p>}
      {file && (
        <Link href={editorAddress(file, line)} className={styles.open}>
          <FileTextOutlined aria-hidden /> {line ? t('openAtLine', { line }) : t('openFile')}
        </Link>
      )}
    </div>
  );
}

/** Where the editor shows a line of a file. */
export function editorAddress(file: string, line?: number): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return `/editor/${path}${line ? `?line=${line}` : ''}`;
}
