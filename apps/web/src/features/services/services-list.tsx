import type { DocumentServices } from '@tiaoli/workspace';
import { Button, Empty } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ServiceFilter, ServiceKey } from './choose-services.ts';
import { categoriesOf, chooseServices, findService } from './choose-services.ts';
import { DocumentSection } from './document-section.tsx';
import { DuePanel } from './due-panel.tsx';
import { ServiceDrawer } from './service-drawer.tsx';
import { ServiceFilters } from './service-filters.tsx';

const everything: ServiceFilter = { changed: [], category: undefined };

/** Every document with its services, as far as the filter lets them through. */
export function ServicesList({
  documents,
  today,
}: {
  readonly documents: readonly DocumentServices[];
  readonly today: string;
}) {
  const t = useTranslations('services');
  const [filter, setFilter] = useState(everything);
  const [chosen, setChosen] = useState<ServiceKey>();
  const groups = documents
    .map((document) => ({ document, services: chooseServices(document.services, filter) }))
    .filter(({ services }) => services.length > 0);
  const counts = {
    shown: groups.flatMap(({ services }) => services).length,
    all: documents.flatMap(({ services }) => services).length,
  };
  return (
    <>
      <DuePanel documents={documents} today={today} />
      <ServiceFilters
        filter={filter}
        categories={categoriesOf(documents)}
        counts={counts}
        onFilter={setFilter}
      />
      {groups.map(({ document, services }) => (
        <DocumentSection
          key={document.file}
          document={document}
          services={services}
          onChoose={(name) => setChosen({ file: document.file, name })}
        />
      ))}
      {groups.length === 0 && (
        <Empty description={t('noneLeft')}>
          <Button onClick={() => setFilter(everything)}>{t('clearFilters')}</Button>
        </Empty>
      )}
      <ServiceDrawer chosen={findService(documents, chosen)} onClose={() => setChosen(undefined)} />
    </>
  );
}
