'use client';

import { Empty, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { RecordedRepeal, StoredDocument, Version } from '../workflow/answers.ts';
import { PageFrame } from '../workflow/page-frame.tsx';
import { hasRole } from '../workflow/people.ts';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import { usePlaces } from '../workflow/use-places.ts';
import { useSearch } from '../workflow/use-search.ts';
import { DatedButton } from './dated-button.tsx';
import { DocumentTimeline } from './document-timeline.tsx';
import { VersionSource } from './version-source.tsx';

/** What was published of a document and when it was repealed, oldest last; the text of any version. */
export function DocumentPage({ documentId }: { readonly documentId: string }) {
  const t = useTranslations('versions');
  const { asked } = useSearch();
  const path = `/documents/${encodeURIComponent(documentId)}`;
  const document = useRead<StoredDocument>(path);
  const history = useRead<{
    readonly versions: readonly Version[];
    readonly repeals: readonly RecordedRepeal[];
  }>(`${path}/versions`);
  const { byId } = usePlaces();
  const { data: me } = useMe();
  const mayRepeal =
    (history.data?.versions.length ?? 0) > 0 &&
    hasRole(me, ['publisher'], document.data?.jurisdictionId ?? '');
  const error = document.error ?? history.error;
  if (error) return <ReadFailed error={error} retry={() => void history.refetch()} />;
  const { versions = [], repeals = [] } = history.data ?? {};
  const shown = versions.find(({ id }) => id === asked('version')) ?? versions.at(-1);
  const place = byId.get(document.data?.jurisdictionId ?? '')?.name ?? '';
  return (
    <PageFrame
      title={document.data?.title ?? t('title')}
      intro={
        <>
          <Link href="/versions">{t('title')}</Link> · {place} · <code>{document.data?.code}</code>
        </>
      }
      actions={
        mayRepeal && (
          <DatedButton
            isDanger
            wantsReason
            label={t('repeal')}
            dayLabel={t('repealDay')}
            note={t('repealNote')}
            changeOf={(from, reason) => ({
              ...{ method: 'POST', path: `${path}/repeals`, body: { from, reason } },
            })}
          />
        )
      }
    >
      {!history.data && <Skeleton active paragraph={{ rows: 10 }} />}
      {history.data && versions.length === 0 && <Empty description={t('neverPublished')} />}
      {document.data && versions.length > 0 && (
        <DocumentTimeline
          document={document.data}
          versions={versions}
          repeals={repeals}
          shown={shown}
        />
      )}
      {shown && <VersionSource version={shown} />}
    </PageFrame>
  );
}
