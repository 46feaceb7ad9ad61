import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DocumentsPage } from '../../features/documents/documents-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') };
}

export default async function Page({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}) {
  const { on, place } = await searchParams;
  const shown = typeof place === 'string' ? place : undefined;
  return <DocumentsPage key={shown} on={typeof on === 'string' ? on : undefined} place={shown} />;
}
