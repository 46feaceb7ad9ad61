'use client';

import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useDeferredValue, useId, useState } from 'react';
import { askServer } from '../shell/ask-server.ts';
import styles from './handbook.module.css';
import { handbookHref } from './handbook-address.ts';
import type { SearchAnswer } from './handbook-answers.ts';

/** Finds words on all pages as they are typed. */
export function HandbookSearch() {
  const t = useTranslations('handbook');
  const id = useId();
  const locale = useLocale();
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const { data, isError } = useQuery({
    queryKey: ['handbook', locale, asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: asked !== '',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  return (
    <search className={styles.search}>
      <label htmlFor={id}>{t('search')}</label>
      <Input
        id={id}
        type="search"
        allowClear
        placeholder={t('searchHint')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div role="status" className={styles.count}>
        {asked !== '' && isError && t('searchAway')}
        {asked !== '' && data && t('found', { count: data.count })}
      </div>
      {asked !== '' && data && data.found.length > 0 && (
        <ul className={styles.found}>
          {data.found.map(({ page, title, heading, excerpt }) => (
            <li key={`${page}#${heading?.anchor ?? ''}`}>
              <Link href={handbookHref(page, heading?.anchor)} prefetch={false}>
                {heading ? `${title} · ${heading.text}` : title}
              </Link>
              <p>{excerpt}</p>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

function search(words: string, signal: AbortSignal): Promise<SearchAnswer> {
  return askServer(`/api/handbook?${new URLSearchParams({ words })}`, { signal });
}
