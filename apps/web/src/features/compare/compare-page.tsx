'use client';

import { Tabs } from 'antd';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDocuments } from '../documents/use-documents.ts';
import { ImpactDesk } from '../simulate/impact-desk.tsx';
import { BehaviourView } from './behaviour/behaviour-view.tsx';
import styles from './compare.module.css';
import { CompareStart } from './compare-start.tsx';
import { ConformanceView } from './conformance-view.tsx';
import type { CompareAddress, ComparedPair, CompareView } from './model/compare-address.ts';
import { compareHref, compareViews, pairOf, readAddress } from './model/compare-address.ts';
import { SidesChoice } from './sides-choice.tsx';
import { StructureView } from './structure-view.tsx';
import { TextView } from './text-view.tsx';

/** Two sides, chosen from the documents, and what differs between them in each view. */
export function ComparePage() {
  const t = useTranslations('compare');
  const router = useRouter();
  const address = readAddress(useSearchParams());
  const documents = useDocuments(undefined);
  const pair = pairOf(address);
  const go = (change: Partial<CompareAddress>): void =>
    router.replace(compareHref({ ...address, ...change }), { scroll: false });
  return (
    <div className={styles.page}>
      <header>
        <h1>{t('title')}</h1>
        <p className={styles.quiet}>{t('intro')}</p>
      </header>
      <SidesChoice
        address={address}
        documents={documents.data}
        onChange={(sides) => go({ ...sides, run: '' })}
      />
      {pair ? (
        <Views key={`${pair.old}\n${pair.new}`} pair={pair} address={address} onChange={go} />
      ) : (
        <CompareStart documents={documents} />
      )}
    </div>
  );
}

interface ViewsProps {
  readonly pair: ComparedPair;
  readonly address: CompareAddress;
  readonly onChange: (change: Partial<CompareAddress>) => void;
}

function Views(props: ViewsProps) {
  const t = useTranslations('compare');
  const { address, onChange } = props;
  return (
    <Tabs
      // Where tabs do not fit, antd hides some behind a button that its tablist must not have.
      tabBarGutter={16}
      activeKey={address.view}
      onChange={(key) =>
        onChange({ view: compareViews.find((each) => each === key) ?? 'behaviour' })
      }
      items={compareViews.map((key) => ({
        key,
        label: t(`views.${key}`),
        children: <View {...props} view={key} />,
      }))}
    />
  );
}

function View({ view, pair, address, onChange }: ViewsProps & { readonly view: CompareView }) {
  switch (view) {
    case 'behaviour':
      return (
        <BehaviourView
          pair={{ ...pair, ...(address.intent !== undefined && { intent: address.intent }) }}
          onIntent={(intent) => onChange({ intent })}
        />
      );
    case 'structure':
      return <StructureView pair={pair} />;
    case 'text':
      return <TextView pair={pair} />;
    case 'impact':
      return (
        <ImpactDesk
          pair={pair}
          population={address.population}
          run={address.run}
          onChange={onChange}
        />
      );
    default:
      return <ConformanceView pair={pair} />;
  }
}
