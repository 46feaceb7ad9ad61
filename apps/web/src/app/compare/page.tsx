import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ComparePage } from '../../features/compare/compare-page.tsx';
import { StoredComparePage } from '../../features/comparisons/stored-compare-page.tsx';
import { isStoreServed } from '../../http/store-served.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compare'))('title') };
}

export default function Page() {
  return isStoreServed() ? <StoredComparePage /> : <ComparePage />;
}
