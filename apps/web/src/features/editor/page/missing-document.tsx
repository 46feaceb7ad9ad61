'use client';

import { Button } from 'antd';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Notice } from '../../shell/notice.tsx';
import type { StoredDraft } from '../documents/draft-storage.ts';
import { openDraftStorage } from '../documents/draft-storage.ts';
import { putSource } from '../sources/source-api.ts';
import { addressOf, pathOfAddress } from './editor-address.ts';

/** Says that a document is not there, and offers the draft that may be left of it. */
export function MissingDocument() {
  const t = useTranslations('editor');
  const format = useFormatter();
  const path = pathOfAddress(usePathname());
  const [draft, setDraft] = useState<StoredDraft>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    openDraftStorage()
      .list()
      .then((drafts) => setDraft(drafts.find((each) => each.path === path)))
      .catch(() => undefined);
  }, [path]);
  const restore = async (): Promise<void> => {
    if (!draft) return;
    const answer = await putSource(path, draft.text, null);
    if (answer.kind === 'refused') setFailure(answer.failure.title);
    else if (answer.kind === 'away') setFailure(t('serverAwayTitle'));
    else location.assign(addressOf(path));
  };
  return (
    <Notice title={t('missingTitle')} text={t('missingText', { path })}>
      {draft && (
        <p>
          {t('missingDraft', { time: draftTime(format, draft.savedAt) })}{' '}
          <Button onClick={restore}>{t('restoreAsNew')}</Button>
        </p>
      )}
      {failure && <p role="alert">{failure}</p>}
      <Link href="/documents">{t('backToDocuments')}</Link>
    </Notice>
  );
}

/** `10:32` today, with the day before that. */
export function draftTime(format: ReturnType<typeof useFormatter>, at: number): string {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const day = (time: number): string => format.dateTime(time, { dateStyle: 'short', timeZone });
  const clock = format.dateTime(at, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone,
  });
  return day(at) === day(Date.now()) ? clock : `${day(at)} ${clock}`;
}
