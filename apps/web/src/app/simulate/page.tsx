import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SimulatePage } from '../../features/simulate/simulate-page.tsx';
import { SimulationsPage } from '../../features/simulations/simulations-page.tsx';
import { simulating } from '../../http/simulating.ts';
import { isStoreServed } from '../../http/store-served.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('simulate'))('title') };
}

/** With a store people and runs are those of offices; without one they lie in a folder. */
export default function Page() {
  if (!isStoreServed()) return <SimulatePage />;
  const { provinces, sizes } = simulating().makable;
  return <SimulationsPage provinces={provinces} sizes={sizes} />;
}
