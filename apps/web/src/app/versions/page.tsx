import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VersionsPage } from '../../features/versions/versions-page.tsx';
import { orMissing } from '../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('versions'))('title') };
}

export default function Page() {
  orMissing();
  return <VersionsPage />;
}
