import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DraftsPage } from '../../features/drafts/drafts-page.tsx';
import { orMissing } from '../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('drafts'))('title') };
}

export default function Page() {
  orMissing();
  return <DraftsPage />;
}
