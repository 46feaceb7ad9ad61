import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInPage } from '../../features/sign-in/sign-in-page.tsx';
import { orMissing } from '../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

export default function Page() {
  orMissing();
  return <SignInPage />;
}
