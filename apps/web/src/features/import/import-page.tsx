'use client';

import { Alert, Button, Spin } from 'antd';
import { useTranslations } from 'next-intl';
import { AwayError } from '../shell/ask-server.ts';
import { PageFrame } from '../workflow/page-frame.tsx';
import { ChooseFile } from './choose-file.tsx';
import styles from './import.module.css';
import type { ImportAnswer } from './import-answer.ts';
import { KeepAsDraft } from './keep-as-draft.tsx';
import { KeepInFolder } from './keep-in-folder.tsx';
import { useImport } from './use-import.ts';

/** A document from Word, a page or a text as a skeleton, with what to look at; then it is kept. */
export function ImportPage({ keptIn }: { readonly keptIn: 'store' | 'folder' }) {
  const t = useTranslations('import');
  const { state, read, stop } = useImport();
  return (
    <PageFrame title={t('title')} intro={t('intro')}>
      <ChooseFile onFile={(file) => void read(file)} />
      <div role="status" className={styles.status}>
        {state.kind === 'reading' && (
          <span className={styles.reading}>
            <Spin size="small" /> {t('reading', { name: state.name })}
            <Button size="small" onClick={stop}>
              {t('stop')}
            </Button>
          </span>
        )}
        {state.kind === 'done' && t('done', { name: state.name })}
      </div>
      {state.kind === 'failed' && <NotImported name={state.name} error={state.error} />}
      {state.kind === 'done' && (
        // Another file is another thing to keep.
        <Imported key={state.answer.path} answer={state.answer} keptIn={keptIn} />
      )}
    </PageFrame>
  );
}

function NotImported({ name, error }: { readonly name: string; readonly error: Error }) {
  const t = useTranslations('import');
  const shell = useTranslations('shell');
  return (
    <Alert
      type="error"
      showIcon
      title={t('notImported', { name })}
      description={error instanceof AwayError ? shell('serverAway') : error.message}
    />
  );
}

function Imported({
  answer,
  keptIn,
}: {
  readonly answer: ImportAnswer;
  readonly keptIn: 'store' | 'folder';
}) {
  const t = useTranslations('import');
  const { text, report } = answer;
  return (
    <>
      {keptIn === 'store' ? <KeepAsDraft answer={answer} /> : <KeepInFolder answer={answer} />}
      <div className={styles.columns}>
        <section aria-labelledby="import-skeleton">
          <h2 id="import-skeleton">{t('skeleton')}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <pre className={styles.skeleton} tabIndex={0}>
            {text}
          </pre>
        </section>
        <section aria-labelledby="import-report">
          <h2 id="import-report">{t('report')}</h2>
          <ul className={styles.report}>
            {report.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a report never move, and may be alike
              <li key={at}>{line.trim()}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
