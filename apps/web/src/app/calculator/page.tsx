import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChooserPage } from '../../features/calculator/chooser/chooser-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calculator'))('title') };
}

export default async function Page({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}) {
  const { on } = await searchParams;
  return <ChooserPage on={typeof on === 'string' ? on : undefined} />;
}
