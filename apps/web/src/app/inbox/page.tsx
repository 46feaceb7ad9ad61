import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InboxPage } from '../../features/inbox/inbox-page.tsx';
import { orMissing } from '../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') };
}

export default function Page() {
  orMissing();
  return <InboxPage />;
}
