import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SimulatePage } from '../../features/simulate/simulate-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('simulate'))('title') };
}

export default function Page() {
  return <SimulatePage />;
}
