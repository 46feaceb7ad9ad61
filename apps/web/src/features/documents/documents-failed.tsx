import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { AwayError } from '../shell/ask-server.ts';

/** The documents did not come: why, and again. */
export function DocumentsFailed({
  error,
  retry,
}: {
  readonly error: Error;
  readonly retry: () => void;
}) {
  const t = useTranslations('documents');
  const shell = useTranslations('shell');
  return (
    <Alert
      type="error"
      showIcon
      title={t('failedTitle')}
      description={error instanceof AwayError ? shell('serverAway') : error.message}
      action={<Button onClick={retry}>{shell('tryAgain')}</Button>}
    />
  );
}
