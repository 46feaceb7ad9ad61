import { Alert } from 'antd';
import { useTranslations } from 'next-intl';
import { AwayError } from '../shell/ask-server.ts';

/** What was asked for was not done: why, and what to do; what was typed is still there. */
export function ChangeFailed({ error }: { readonly error: Error | null }) {
  const shell = useTranslations('shell');
  const t = useTranslations('workflow');
  if (!error) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={t('notDone')}
      description={error instanceof AwayError ? shell('serverAway') : error.message}
    />
  );
}
