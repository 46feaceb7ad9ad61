import { redirect } from 'next/navigation';

/** The documents are where everything begins. */
export default function HomePage(): never {
  redirect('/documents');
}
