'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { pairOf } from '../compare/model/compare-address.ts';
import { SidesChoice } from '../compare/sides-choice.tsx';
import { useDocuments } from '../documents/use-documents.ts';
import { ImpactDesk } from './impact-desk.tsx';
import type { SimulateAddress } from './model/simulate-address.ts';
import { readSimulateAddress, simulateHref } from './model/simulate-address.ts';
import styles from './simulate.module.css';

/** Addresses of the workbench begin with a slash. */
const ORIGIN = 'http://workbench';

/** Who is run under which two versions, and what comes of it. */
export function SimulatePage() {
  const t = useTranslations('simulate');
  const router = useRouter();
  const address = readSimulateAddress(useSearchParams());
  const documents = useDocuments(undefined);
  // Two answers may be given before the page has come to the address of the first: none is lost.
  const href = simulateHref(address);
  const latest = useRef({ href, address });
  useEffect(() => {
    latest.current = { href, address: readSimulateAddress(new URL(href, ORIGIN).searchParams) };
  }, [href]);
  const go = (change: Partial<SimulateAddress>): void => {
    const next = { ...latest.current.address, ...change };
    latest.current = { href: simulateHref(next), address: next };
    router.replace(latest.current.href, { scroll: false });
  };
  return (
    <div className={styles.page}>
      <header>
        <h1>{t('title')}</h1>
        <p className={styles.quiet}>{t('intro')}</p>
      </header>
      <SidesChoice
        address={{ ...address, view: 'impact' }}
        documents={documents.data}
        onChange={({ old, new: now }) =>
          go({ ...(old && { old }), ...(now && { new: now }), run: '' })
        }
      />
      <ImpactDesk
        pair={pairOf({ ...address, view: 'impact' })}
        population={address.population}
        run={address.run}
        beside={address}
        onChange={go}
      />
    </div>
  );
}
