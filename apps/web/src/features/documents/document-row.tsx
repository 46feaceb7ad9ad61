import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
} from '@ant-design/icons';
import { Popover } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { compareHref } from '../compare/model/compare-address.ts';
import { lastChange } from '../compare/model/side-choices.ts';
import { Badge } from '../shell/badge.tsx';
import styles from './documents.module.css';
import type { ListedDocument } from './documents-answer.ts';
import { editorHref } from './editor-href.ts';
import { VersionStrip } from './version-strip.tsx';

/** What all rows of a list share. */
export interface ListSetting {
  /** The chosen day; the years are those of every strip of time, so that strips can be compared. */
  readonly on: string;
  readonly years: readonly [number, number];
  /** Ids of the documents that settle something. */
  readonly calculable: ReadonlySet<string>;
}

/** One document: what it is, what is in force of it, how sound it is, and what can be done with it. */
export function DocumentRow({
  document,
  list: { on, years, calculable },
}: {
  readonly document: ListedDocument;
  readonly list: ListSetting;
}) {
  const t = useTranslations('documents');
  const { id, title, number, path } = document;
  const change = lastChange(document);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link href={editorHref(path)} prefetch={false} className={styles.title}>
          {title}
        </Link>
        <span className={styles.names}>
          {number && <span>{number}</span>}
          <code>{id}</code>
        </span>
      </div>
      <div className={styles.when}>
        <VersionNow document={document} />
        <VersionStrip document={document} on={on} years={years} />
        <VersionList document={document} />
      </div>
      <div className={styles.sound}>
        <Soundness document={document} />
      </div>
      <div className={styles.acts}>
        <Link href={editorHref(path)} prefetch={false} aria-label={t('editLabel', { title })}>
          {t('edit')}
        </Link>
        {calculable.has(id) && (
          <Link
            href={`/calculator/${encodeURIComponent(id)}`}
            prefetch={false}
            aria-label={t('calculateLabel', { title })}
          >
            {t('calculate')}
          </Link>
        )}
        {change && (
          <Link
            href={compareHref({ ...change, view: 'behaviour' })}
            prefetch={false}
            aria-label={t('compareLabel', { title })}
          >
            {t('compare')}
          </Link>
        )}
      </div>
    </li>
  );
}

function VersionNow({ document }: { readonly document: ListedDocument }) {
  const t = useTranslations('documents');
  const { state, version, versions } = document;
  switch (state) {
    case 'in-force':
      return (
        <span className={styles.state}>
          <Badge tone="good">{t('inForce')}</Badge>
          {version && period(t, version.from, version.to)}
        </span>
      );
    case 'not-yet':
      return (
        <span className={styles.state}>
          <Badge>{t('notYet')}</Badge>
          {t('starts', { from: versions[0]?.from ?? '' })}
        </span>
      );
    case 'ended':
      return (
        <span className={styles.state}>
          <Badge>{t('ended')}</Badge>
          {t('endedOn', { to: versions.at(-1)?.to ?? '' })}
        </span>
      );
    default:
      return <Badge tone="warn">{t('noVersion')}</Badge>;
  }
}

function period(
  t: ReturnType<typeof useTranslations<'documents'>>,
  from: string,
  to: string | undefined,
): string {
  return to === undefined ? t('from', { from }) : t('period', { from, to });
}

function VersionList({ document }: { readonly document: ListedDocument }) {
  const t = useTranslations('documents');
  const { title, version, versions } = document;
  if (versions.length < 2) return null;
  const list = (
    <ul className={styles.versions}>
      {versions.map(({ ref, from, to, path }) => (
        <li key={ref}>
          <Link href={editorHref(path)} prefetch={false}>
            {period(t, from, to)}
          </Link>
          {ref === version?.ref && <Badge tone="good">{t('current')}</Badge>}
        </li>
      ))}
    </ul>
  );
  return (
    <Popover trigger="click" title={t('versionsOf', { title })} content={list}>
      <button type="button" className={styles.more}>
        {t('versionCount', { count: versions.length })}
      </button>
    </Popover>
  );
}

function Soundness({ document: { findings, examples } }: { readonly document: ListedDocument }) {
  const t = useTranslations('documents');
  const { error, warning } = findings;
  return (
    <>
      {error > 0 && (
        <span className={styles.bad}>
          <CloseCircleOutlined aria-hidden /> {t('errors', { count: error })}
        </span>
      )}
      {warning > 0 && (
        <span className={styles.warn}>
          <ExclamationCircleOutlined aria-hidden /> {t('warnings', { count: warning })}
        </span>
      )}
      {error + warning === 0 && (
        <span className={styles.good}>
          <CheckCircleOutlined aria-hidden /> {t('sound')}
        </span>
      )}
      <span className={styles.quiet}>
        {t('examples')}{' '}
        {examples.count > 0 ? t('exampleCount', { count: examples.count }) : t('none')}
      </span>
    </>
  );
}
