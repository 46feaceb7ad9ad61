import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UnificationPage } from '../../features/unification/unification-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('unification'))('title') };
}

export default async function Page({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}) {
  const { on, province } = await searchParams;
  return <UnificationPage on={textOf(on)} province={textOf(province)} />;
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
