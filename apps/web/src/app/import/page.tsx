import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportPage } from '../../features/import/import-page.tsx';
import { isStoreServed } from '../../http/store-served.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') };
}

export default function Page() {
  return <ImportPage keptIn={isStoreServed() ? 'store' : 'folder'} />;
}
