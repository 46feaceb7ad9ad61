import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SetPasswordPage } from '../../features/sign-in/set-password-page.tsx';
import { orMissing } from '../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('setPasswordTitle') };
}

export default function Page() {
  orMissing();
  return <SetPasswordPage />;
}
