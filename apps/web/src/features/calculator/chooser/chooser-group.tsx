'use client';

import { CalculatorOutlined } from '@ant-design/icons';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { PlaceGroup } from '../../documents/choose-documents.ts';
import type { ListedDocument } from '../../documents/documents-answer.ts';
import { Badge } from '../../shell/badge.tsx';
import { pageAddress } from '../calculator-address.ts';
import styles from './chooser.module.css';

/** The documents of one place that can be calculated. */
export function ChooserGroup({
  group,
  on,
}: {
  readonly group: PlaceGroup;
  readonly on: string | undefined;
}) {
  const { key, place, above, documents } = group;
  return (
    <section className={styles.group} aria-label={key}>
      <h2>
        {above.length > 0 && <span className={styles.quiet}>{above.join(' › ')} › </span>}
        {place}
      </h2>
      <ul className={styles.list}>
        {documents.map((document) => (
          <li key={document.id}>
            <Link
              className={styles.document}
              prefetch={false}
              href={pageAddress({ document: document.id, ...(on && { on }) })}
            >
              <CalculatorOutlined aria-hidden className={styles.icon} />
              <span className={styles.what}>
                <span className={styles.title}>{document.title}</span>
                <span className={styles.quiet}>
                  {document.number ? `${document.number}　` : ''}
                  {document.id}
                </span>
              </span>
              <span className={styles.when}>
                <Validity document={document} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Validity({ document }: { readonly document: ListedDocument }) {
  const t = useTranslations('documents');
  const { state, version, versions, findings } = document;
  if (findings.error > 0)
    return <Badge tone="warn">{t('errors', { count: findings.error })}</Badge>;
  if (state === 'in-force' && version) {
    const { from, to } = version;
    return (
      <>
        <Badge tone="good">{t('inForce')}</Badge>{' '}
        {to === undefined ? t('from', { from }) : t('period', { from, to })}
      </>
    );
  }
  if (state === 'not-yet') {
    return (
      <>
        <Badge>{t('notYet')}</Badge> {t('starts', { from: versions[0]?.from ?? '' })}
      </>
    );
  }
  if (state === 'ended') {
    return (
      <>
        <Badge>{t('ended')}</Badge> {t('endedOn', { to: versions.at(-1)?.to ?? '' })}
      </>
    );
  }
  return <Badge tone="warn">{t('noVersion')}</Badge>;
}
