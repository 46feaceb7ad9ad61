import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DraftPage } from '../../../features/drafts/draft-page.tsx';
import { orMissing } from '../../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('drafts'))('title') };
}

export default async function Page({
  params,
}: {
  readonly params: Promise<{ readonly id: string }>;
}) {
  orMissing();
  return <DraftPage id={(await params).id} />;
}
