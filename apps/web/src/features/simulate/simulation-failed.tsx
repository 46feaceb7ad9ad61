import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { AwayError } from '../shell/ask-server.ts';
import styles from './simulate.module.css';

/** What the server refused, or that it is away. */
export function SimulationFailed({
  error,
  title,
  retry,
}: {
  readonly error: Error;
  readonly title?: string;
  readonly retry: () => void;
}) {
  const t = useTranslations('simulate');
  const shell = useTranslations('shell');
  return (
    <Alert
      type="warning"
      showIcon
      title={title ?? t('refused')}
      description={
        <p className={styles.reason}>
          {error instanceof AwayError ? shell('serverAway') : error.message}
        </p>
      }
      action={<Button onClick={retry}>{shell('tryAgain')}</Button>}
    />
  );
}
