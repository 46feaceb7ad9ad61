'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { editorHref } from '../../documents/editor-href.ts';
import { RefusedError } from '../../shell/ask-server.ts';
import type { ExampleAnswer } from '../model/example-wire.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import styles from './save.module.css';

/** What will be added, or was; or why it cannot be. */
export function ExamplePreview({
  preview,
  saved,
  error,
  path,
}: {
  readonly preview: ExampleAnswer | undefined;
  readonly saved: ExampleAnswer | undefined;
  readonly error: Error | null;
  readonly path: string;
}) {
  const t = useTranslations('calculator');
  const shell = useTranslations('shell');
  if (saved?.kind === 'saved') {
    return (
      <p className={styles.saved} role="status">
        {t('exampleSaved', { path: saved.path })}{' '}
        <Link href={editorHref(saved.path, saved.line)} prefetch={false}>
          {t('openAtLine', { line: saved.line })}
        </Link>
      </p>
    );
  }
  const refused = saved?.kind === 'refused' ? saved : preview;
  return (
    <div aria-live="polite">
      {error && (
        <p className={styles.refused} role="alert">
          {error instanceof RefusedError ? error.message : shell('serverAway')}
        </p>
      )}
      {saved?.kind === 'conflict' && <p className={styles.refused}>{t('exampleConflict')}</p>}
      {refused?.kind === 'refused' && (
        <ul className={styles.refused}>
          {refused.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {preview?.kind === 'ready' && (
        <>
          <p className={styles.where}>{t('exampleWhere', { path, line: preview.line })}</p>
          <ScrollRegion label={t('exampleText')}>
            <pre className={styles.block}>{preview.block}</pre>
          </ScrollRegion>
        </>
      )}
    </div>
  );
}
