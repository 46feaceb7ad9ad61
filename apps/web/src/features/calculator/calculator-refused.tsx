'use client';

import { Button } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { editorHref } from '../documents/editor-href.ts';
import { AwayError, RefusedError } from '../shell/ask-server.ts';
import { Notice } from '../shell/notice.tsx';
import styles from './calculator.module.css';
import type { FindingJson } from './model/settled-json.ts';

/** Why there is no calculator: no such document, one with errors, one with nothing to settle, or nobody to ask. */
export function CalculatorRefused({
  error,
  retry,
}: {
  readonly error: Error;
  readonly retry: () => void;
}) {
  const t = useTranslations('calculator');
  const shell = useTranslations('shell');
  const refused = error instanceof RefusedError ? error : undefined;
  const title = refused ? String(refused.problem.title) : t('awayTitle');
  const text = refused ? String(refused.problem.detail ?? '') : shell('serverAway');
  return (
    <Notice title={title} text={text}>
      {refused && <Findings findings={findingsOf(refused)} />}
      <p className={styles.ways}>
        {(error instanceof AwayError || !refused) && (
          <Button type="primary" onClick={retry}>
            {shell('tryAgain')}
          </Button>
        )}
        <Link href="/calculator">{t('chooseAnother')}</Link>
      </p>
    </Notice>
  );
}

function Findings({ findings }: { readonly findings: readonly FindingJson[] }) {
  const t = useTranslations('calculator');
  if (findings.length === 0) return null;
  return (
    <ul>
      {findings.map(({ message, hint, file, line }) => (
        <li key={`${file}:${line} ${message}`}>
          {message} {hint}{' '}
          {file && line && (
            <Link href={editorHref(file, line)} prefetch={false}>
              {t('openAtLine', { line })}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the title does not say already. */
function findingsOf({ problem }: RefusedError): readonly FindingJson[] {
  const findings: readonly FindingJson[] = Array.isArray(problem.findings) ? problem.findings : [];
  return findings.filter(({ code }) => code !== problem.code);
}
