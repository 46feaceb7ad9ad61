import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { AwayError, RefusedError } from '../shell/ask-server.ts';
import { Notice } from '../shell/notice.tsx';

/** What was asked for did not come: why, and what to do. What is not one's own looks as what is not there. */
export function ReadFailed({
  error,
  retry,
}: {
  readonly error: Error;
  readonly retry: () => void;
}) {
  const t = useTranslations('workflow');
  const shell = useTranslations('shell');
  const status = error instanceof RefusedError ? error.status : undefined;
  if (status === 401) return <Notice title={t('signedOutTitle')} text={t('signedOutText')} />;
  if (status === 404) return <Notice title={t('missingTitle')} text={t('missingText')} />;
  if (status === 403) return <Notice title={t('forbiddenTitle')} text={error.message} />;
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
