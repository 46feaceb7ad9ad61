import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProposalPage } from '../../../features/proposals/proposal-page.tsx';
import { orMissing } from '../../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proposals'))('title') };
}

export default async function Page({
  params,
}: {
  readonly params: Promise<{ readonly id: string }>;
}) {
  orMissing();
  return <ProposalPage id={(await params).id} />;
}
