import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
} from '@ant-design/icons';
import { Popover, Tag } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import styles from './documents.module.css';
import type { ListedDocument } from './documents-answer.ts';
import { editorHref } from './editor-href.ts';
import { VersionStrip } from './version-strip.tsx';

/** One document: what it is, what is in force of it, how sound it is, and what can be done with it. */
export function DocumentRow({
  document,
  on,
  years,
}: {
  readonly document: ListedDocument;
  readonly on: string;
  readonly years: readonly [number, number] | undefined;
}) {
  const t = useTranslations('documents');
  const { id, title, number, path } = document;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link href={editorHref(path)} className={styles.title}>
          {title}
        </Link>
        <span className={styles.names}>
          {number && <span>{number}</span>}
          <code>{id}</code>
        </span>
      </div>
      <div className={styles.when}>
        <VersionNow document={document} />
        {years && <VersionStrip document={document} on={on} years={years} />}
        <VersionList document={document} />
      </div>
      <div className={styles.sound}>
        <Soundness document={document} />
      </div>
      <div className={styles.acts}>
        <Link href={editorHref(path)} aria-label={t('editLabel', { title })}>
          {t('edit')}
        </Link>
        {document.calculable && (
          <Link
            href={`/calculator/${encodeURIComponent(id)}`}
            aria-label={t('calculateLabel', { title })}
          >
            {t('calculate')}
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
          <Tag color="success">{t('inForce')}</Tag>
          {version && period(t, version.from, version.to)}
        </span>
      );
    case 'not-yet':
      return (
        <span className={styles.state}>
          <Tag>{t('notYet')}</Tag>
          {t('starts', { from: versions[0]?.from ?? '' })}
        </span>
      );
    case 'ended':
      return (
        <span className={styles.state}>
          <Tag>{t('ended')}</Tag>
          {t('endedOn', { to: versions.at(-1)?.to ?? '' })}
        </span>
      );
    default:
      return <Tag color="warning">{t('noVersion')}</Tag>;
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
      {versions.map(({ ref, from, to, file }) => (
        <li key={ref}>
          <Link href={editorHref(file)}>{period(t, from, to)}</Link>
          {ref === version?.ref && <Tag color="success">{t('current')}</Tag>}
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
        {t('examples')} {examples.count > 0 ? t('exampleCount', { count: examples.count }) : t('none')}
      </span>
    </>
  );
}
