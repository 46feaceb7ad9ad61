'use client';

import dynamic from 'next/dynamic';
import { Opening } from './opening.tsx';

// Monaco needs a browser.
const EditorRoot = dynamic(() => import('./editor-root.tsx').then((module) => module.EditorRoot), {
  ssr: false,
  loading: () => <Opening />,
});

const MissingDocument = dynamic(
  () => import('./missing-document.tsx').then((module) => module.MissingDocument),
  { ssr: false },
);

export function EditorPage() {
  return <EditorRoot />;
}

/** A document that is not stored; a draft of it may be left. */
export function MissingPage() {
  return <MissingDocument />;
}
