import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UsersPage } from '../../features/users/users-page.tsx';
import { orMissing } from '../../http/or-missing.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users'))('title') };
}

export default function Page() {
  orMissing();
  return <UsersPage />;
}
