import type { UseQueryResult } from '@tanstack/react-query';
import { Empty, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DocumentsAnswer, ListedDocument } from '../documents/documents-answer.ts';
import { DocumentsFailed } from '../documents/documents-failed.tsx';
import styles from './compare.module.css';
import { compareHref } from './model/compare-address.ts';
import type { PlaceChoices } from './model/side-choices.ts';
import { lastChange, placeChoices } from './model/side-choices.ts';

/** No two sides are chosen yet: documents with several versions, each a click away from its last change. */
export function CompareStart({
  documents: { data, error, refetch },
}: {
  readonly documents: UseQueryResult<DocumentsAnswer, Error>;
}) {
  const t = useTranslations('compare');
  if (error) return <DocumentsFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} />;
  const places = placeChoices(data, t('samples'))
    .map(({ place, documents }) => ({ place, documents: documents.filter(lastChange) }))
    .filter(({ documents }) => documents.length > 0);
  if (places.length === 0) return <Empty description={t('noVersions')} />;
  return (
    <section aria-labelledby="last-changes">
      <h2 id="last-changes">{t('lastChanges')}</h2>
      <p className={styles.quiet}>{t('lastChangesText')}</p>
      {places.map((each) => (
        <PlaceChanges key={each.place} place={each} />
      ))}
    </section>
  );
}

function PlaceChanges({ place: { place, documents } }: { readonly place: PlaceChoices }) {
  return (
    <section className={styles.place} aria-label={place}>
      <h3>{place}</h3>
      <ul className={styles.changes}>
        {documents.map((document) => (
          <LastChange key={document.id} document={document} />
        ))}
      </ul>
    </section>
  );
}

function LastChange({ document }: { readonly document: ListedDocument }) {
  const pair = lastChange(document);
  if (!pair) return null;
  const [old, now] = [pair.old, pair.new].map((ref) => ref.slice(ref.lastIndexOf('@') + 1));
  return (
    <li>
      <Link href={compareHref({ ...pair, view: 'behaviour' })} prefetch={false}>
        {document.title}
      </Link>
      <span className={styles.quietInline}>{`${old} → ${now}`}</span>
    </li>
  );
}
