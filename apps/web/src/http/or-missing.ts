import { notFound } from 'next/navigation';
import { isStoreServed } from './store-served.ts';

/** For pages that show what is in a store: without one there are none. */
export function orMissing(): void {
  if (!isStoreServed()) notFound();
}
