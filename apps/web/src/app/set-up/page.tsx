import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SetUpPage } from '../../features/sign-in/set-up-page.tsx';
import { orMissing } from '../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('setUpTitle') };
}

export default function Page() {
  orMissing();
  return <SetUpPage />;
}
