import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { firstPage } from '../../../features/handbook/handbook-address.ts';
import { HandbookPage } from '../../../features/handbook/handbook-page.tsx';
import { readHandbook } from '../../../features/handbook/server/read-handbook.ts';
import { renderPage } from '../../../features/handbook/server/render-page.ts';
import { localeOf } from '../../../i18n/locale.ts';

interface PageProps {
  readonly params: Promise<{ readonly page?: readonly string[] }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { title } = await rendered(params);
  return { title: `${title} · ${(await getTranslations('handbook'))('title')}` };
}

export default async function Page({ params }: PageProps) {
  const { page, chapters, title, headings, html } = await rendered(params);
  return <HandbookPage {...{ page, chapters, title, headings, html }} />;
}

async function rendered(params: PageProps['params']) {
  const [page = firstPage, ...more] = (await params).page ?? [];
  const { chapters, texts } = await readHandbook(localeOf(await getLocale()));
  const text = texts.get(page);
  if (text === undefined || more.length > 0) notFound();
  const t = await getTranslations('handbook');
  return { page, chapters, ...renderPage(text, { wrong: t.raw('wrong') }) };
}
