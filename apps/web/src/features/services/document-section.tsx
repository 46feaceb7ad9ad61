import type { ComparedService, DocumentServices } from '@tiaoli/workspace';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { editorHref } from '../documents/editor-href.ts';
import { DocumentTotals } from './document-totals.tsx';
import { MetricList } from './metric-list.tsx';
import { ServiceTable } from './service-table.tsx';
import styles from './services.module.css';

/** One document: its sums and claims, then its services. */
export function DocumentSection({
  document,
  services,
  onChoose,
}: {
  readonly document: DocumentServices;
  readonly services: readonly ComparedService[];
  readonly onChoose: (name: string) => void;
}) {
  const t = useTranslations('services');
  const id = useId();
  const { title, file, before, after } = document;
  return (
    <section className={styles.document} aria-labelledby={id}>
      <div className={styles.documentHead}>
        <h2 id={id}>
          <Link href={editorHref(file)}>{title}</Link>
        </h2>
        <p className={styles.quiet}>{t('compared', { before, after })}</p>
      </div>
      <DocumentTotals document={document} />
      <MetricList metrics={document.metrics} />
      <ServiceTable title={title} services={services} onChoose={onChoose} />
    </section>
  );
}
