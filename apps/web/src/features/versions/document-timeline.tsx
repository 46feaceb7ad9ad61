import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '../shell/badge.tsx';
import type { RecordedRepeal, StoredDocument, Version } from '../workflow/answers.ts';
import { Moment } from '../workflow/moment.tsx';
import { hasRole } from '../workflow/people.ts';
import { TableRegion } from '../workflow/table-region.tsx';
import { useMe } from '../workflow/use-me.ts';
import { useNames } from '../workflow/use-names.ts';
import styles from '../workflow/workflow.module.css';
import { DatedButton } from './dated-button.tsx';
import { timelineEntries } from './timeline-entries.ts';
import { documentHref } from './versions-address.ts';

/** The timeline of a document as a table: number, what happened, from which day on, recorded when and by whom. */
export function DocumentTimeline({
  document,
  versions,
  repeals,
  shown,
}: {
  readonly document: StoredDocument;
  readonly versions: readonly Version[];
  readonly repeals: readonly RecordedRepeal[];
  readonly shown: Version | undefined;
}) {
  const t = useTranslations('versions');
  const { data: me } = useMe();
  const mayPublish = hasRole(me, ['publisher'], document.jurisdictionId);
  const newest = Math.max(...versions.map(({ number }) => number));
  const nameOf = useNames(versions.map(({ publisherId }) => publisherId));
  return (
    <TableRegion label={t('timelineOf', { title: document.title })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('effective')}</th>
            <th scope="col">{t('recorded')}</th>
            <th scope="col">{t('by')}</th>
            <th scope="col">{t('acts')}</th>
          </tr>
        </thead>
        <tbody>
          {timelineEntries(versions, repeals).map((entry) =>
            entry.kind === 'repeal' ? (
              <RepealRow key={entry.number} repeal={entry.repeal} />
            ) : (
              <VersionRow
                key={entry.number}
                version={entry.version}
                versions={versions}
                publisher={nameOf(entry.version.publisherId)}
                isShown={entry.version.id === shown?.id}
                mayRollBack={mayPublish && entry.number < newest}
              />
            ),
          )}
        </tbody>
      </table>
    </TableRegion>
  );
}

function RepealRow({ repeal }: { readonly repeal: RecordedRepeal }) {
  const t = useTranslations('versions');
  return (
    <tr>
      <td>{repeal.number}</td>
      <td>
        <Badge tone="bad">{t('repealed')}</Badge> {repeal.reason}
      </td>
      <td>{t('from', { from: repeal.from })}</td>
      <td>
        <Moment at={repeal.recordedAt} />
      </td>
      <td />
      <td />
    </tr>
  );
}

function VersionRow({
  version,
  versions,
  publisher,
  isShown,
  mayRollBack,
}: {
  readonly version: Version;
  readonly versions: readonly Version[];
  readonly publisher: string;
  readonly isShown: boolean;
  readonly mayRollBack: boolean;
}) {
  const t = useTranslations('versions');
  const { id, documentId, number, hash, effectiveFrom, publishedAt, rollbackOfId } = version;
  const rolledBack = versions.find((each) => each.id === rollbackOfId);
  return (
    <tr aria-current={isShown ? 'true' : undefined}>
      <td>{number}</td>
      <td>
        <Badge tone="good">{rolledBack ? t('broughtBack') : t('published')}</Badge>{' '}
        <code title={hash}>{hash.slice(0, 8)}</code>
        {rolledBack && <div>{t('textOf', { number: rolledBack.number })}</div>}
      </td>
      <td>{t('from', { from: effectiveFrom })}</td>
      <td>
        <Moment at={publishedAt} />
      </td>
      <td>{publisher}</td>
      <td>
        <span className={styles.actions}>
          <Link
            href={documentHref(documentId, id)}
            scroll={false}
            aria-label={t('showText', { number })}
          >
            {t('text')}
          </Link>
          {mayRollBack && (
            <DatedButton
              label={t('rollBack')}
              ariaLabel={t('rollBackTo', { number })}
              dayLabel={t('effectiveDay')}
              note={t('rollBackNote')}
              changeOf={(effectiveFrom) => ({
                ...{ method: 'POST', path: `/versions/${id}/roll-back`, body: { effectiveFrom } },
              })}
            />
          )}
        </span>
      </td>
    </tr>
  );
}
