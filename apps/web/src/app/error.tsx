'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { Notice } from '../features/shell/notice.tsx';

export default function PageError({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  const t = useTranslations('shell');
  return (
    <Notice title={t('errorTitle')} text={t('errorText')}>
      <p>{t('errorCode', { code: error.digest ?? error.message })}</p>
      <Button type="primary" onClick={reset}>
        {t('tryAgain')}
      </Button>
    </Notice>
  );
}
