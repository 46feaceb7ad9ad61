import { Alert, Button } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { editorHref } from '../documents/editor-href.ts';
import { AwayError, RefusedError } from '../shell/ask-server.ts';
import styles from './compare.module.css';
import type { SideFinding } from './compare-answers.ts';

/** Why there is nothing to show: a side that is not there, one with errors, two that have nothing in common. */
export function ComparisonFailed({
  error,
  retry,
  part = false,
}: {
  readonly error: Error;
  readonly retry: () => void;
  /** Only a part of a comparison that is done. */
  readonly part?: boolean;
}) {
  const t = useTranslations('compare');
  const shell = useTranslations('shell');
  return (
    <Alert
      type={error instanceof RefusedError ? 'warning' : 'error'}
      showIcon
      title={t(part ? 'partFailed' : 'failed')}
      description={
        <>
          <p className={styles.reason}>
            {error instanceof AwayError ? shell('serverAway') : error.message}
          </p>
          <Findings findings={findingsOf(error)} />
        </>
      }
      action={<Button onClick={retry}>{shell('tryAgain')}</Button>}
    />
  );
}

/** The first is the reason itself. */
function findingsOf(error: Error): readonly SideFinding[] {
  if (!(error instanceof RefusedError)) return [];
  const { findings } = error.problem;
  return Array.isArray(findings) ? findings.slice(1) : [];
}

function Findings({ findings }: { readonly findings: readonly SideFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map(({ file, line, message }) => (
        <li key={`${file}:${line} ${message}`}>
          {message}{' '}
          {file.endsWith('.tiaoli') && (
            <Link href={editorHref(file, line)} prefetch={false}>{`${file}:${line}`}</Link>
          )}
        </li>
      ))}
    </ul>
  );
}
