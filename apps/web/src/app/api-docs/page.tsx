import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApiDocsPage } from '../../features/api-docs/api-docs-page.tsx';
import { orMissing } from '../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiDocs'))('title') };
}

export default function Page() {
  orMissing();
  return <ApiDocsPage />;
}
