import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProposalsPage } from '../../features/proposals/proposals-page.tsx';
import { orMissing } from '../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proposals'))('title') };
}

export default function Page() {
  orMissing();
  return <ProposalsPage />;
}
