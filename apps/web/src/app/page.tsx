import { redirect } from 'next/navigation';
import { isStoreServed } from '../http/store-served.ts';

export const dynamic = 'force-dynamic';

/** What waits for one is where everything begins; without a store, the documents. */
export default function HomePage(): never {
  redirect(isStoreServed() ? '/inbox' : '/documents');
}
