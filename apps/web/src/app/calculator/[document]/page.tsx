import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CalculatorPage } from '../../../features/calculator/calculator-page.tsx';
import { documentOf } from '../../../features/calculator/server/document-of.ts';

interface PageProps {
  readonly params: Promise<{ readonly document: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations('calculator');
  return { title: `${documentOf((await params).document)} · ${t('title')}` };
}

export default async function Page({ params, searchParams }: PageProps) {
  const { document } = await params;
  const { on, place } = await searchParams;
  return (
    <CalculatorPage
      document={documentOf(document)}
      {...(typeof on === 'string' && { on })}
      {...(typeof place === 'string' && { place })}
    />
  );
}
