'use client';

import { Empty, Skeleton, Tabs } from 'antd';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DateChoice } from '../documents/date-choice.tsx';
import { DocumentsFailed } from '../documents/documents-failed.tsx';
import {
  askedParameters,
  chosenCatalogue,
  readAddress,
  writeAddress,
} from './catalogue-address.ts';
import type { CataloguesAnswer } from './catalogue-answers.ts';
import { CatalogueChoice, PlaceChoice } from './catalogue-choice.tsx';
import styles from './catalogues.module.css';
import { ChangesView } from './changes-view.tsx';
import { RowsView } from './rows-view.tsx';
import { useCatalogues } from './use-catalogues.ts';

/** Rows of catalogues as of a day: looked up as one types, or compared with another day. */
export function CataloguesPage() {
  const t = useTranslations('catalogues');
  const { data, error, refetch } = useCatalogues();
  return (
    <div className={styles.page}>
      <header>
        <h1>{t('title')}</h1>
        <p className={styles.quiet}>{t('intro')}</p>
      </header>
      {error && <DocumentsFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 12 }} />}
      {data && <Catalogue answer={data} />}
    </div>
  );
}

function Catalogue({ answer: { catalogues } }: { readonly answer: CataloguesAnswer }) {
  const t = useTranslations('catalogues');
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const address = readAddress(search);
  const words = search.get('words') ?? '';
  const chosen = chosenCatalogue(address, catalogues);
  if (!chosen) return <Empty description={t('none')} />;
  const { ref, entry } = chosen;
  const go = (change: Parameters<typeof writeAddress>[1]): void =>
    router.replace(`${path}?${writeAddress({ ...address, catalogue: ref }, change)}`);
  const asked = askedParameters(ref, address);
  const key = JSON.stringify([asked, words]);
  const rows = <RowsView key={key} asked={asked} first={words} onDay={(on) => go({ on })} />;
  const changes = (
    <ChangesView key={key} asked={asked} since={address.since} onSince={(since) => go({ since })} />
  );
  return (
    <>
      <div className={styles.choices}>
        <CatalogueChoice
          catalogues={catalogues}
          value={ref}
          onChange={(next) => go({ catalogue: next, place: undefined, since: undefined })}
        />
        <PlaceChoice entry={entry} value={address.place} onChange={(place) => go({ place })} />
        <DateChoice on={address.on} />
      </div>
      <Tabs
        activeKey={address.view}
        destroyOnHidden
        onChange={(view) => go({ view: view === 'changes' ? 'changes' : 'rows' })}
        items={[
          { key: 'rows', label: t('rows'), children: rows },
          { key: 'changes', label: t('changes'), children: changes },
        ]}
      />
    </>
  );
}
