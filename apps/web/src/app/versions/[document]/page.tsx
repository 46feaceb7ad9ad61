import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DocumentPage } from '../../../features/versions/document-page.tsx';
import { orMissing } from '../../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('versions'))('title') };
}

export default async function Page({
  params,
}: {
  readonly params: Promise<{ readonly document: string }>;
}) {
  orMissing();
  return <DocumentPage documentId={(await params).document} />;
}
