import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CataloguesPage } from '../../features/catalogues/catalogues-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalogues'))('title') };
}

export default function Page() {
  return <CataloguesPage />;
}
