'use client';

import { Spin } from 'antd';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import styles from './editor-page.module.css';

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

export function Opening() {
  const t = useTranslations('editor');
  return (
    <div className={styles.opening} role="status">
      <Spin aria-hidden />
      <p>{t('opening')}</p>
    </div>
  );
}
