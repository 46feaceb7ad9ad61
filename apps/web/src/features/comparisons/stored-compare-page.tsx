'use client';

import { Tabs } from 'antd';
import { useTranslations } from 'next-intl';
import { ComparePage } from '../compare/compare-page.tsx';
import { PageFrame } from '../workflow/page-frame.tsx';
import { useSearch } from '../workflow/use-search.ts';
import { StoredCompare } from './stored-compare.tsx';

/** With a store its texts are compared; those of the folder beside it are a tab away. */
export function StoredComparePage() {
  const t = useTranslations('comparisons');
  const { asked, ask } = useSearch();
  const isFolder = asked('from') === 'folder' || asked('old') !== undefined;
  const choose = (key: string): void => ask({ from: key === 'folder' ? 'folder' : undefined });
  return (
    <Tabs
      tabBarStyle={{ paddingInline: 24 }}
      activeKey={isFolder ? 'folder' : 'store'}
      onChange={choose}
      items={[
        {
          key: 'store',
          label: t('fromStore'),
          children: (
            <PageFrame title={t('title')} intro={t('intro')}>
              <StoredCompare />
            </PageFrame>
          ),
        },
        { key: 'folder', label: t('fromFolder'), children: isFolder ? <ComparePage /> : null },
      ]}
    />
  );
}
