import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '../../features/account/account-page.tsx';
import { orMissing } from '../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

export default function Page() {
  orMissing();
  return <AccountPage />;
}
