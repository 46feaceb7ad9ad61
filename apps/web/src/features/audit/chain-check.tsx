import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useLocale, useTranslations } from 'next-intl';
import { askServer } from '../shell/ask-server.ts';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { apiRoot } from '../workflow/use-api.ts';
import styles from '../workflow/workflow.module.css';

interface Verification {
  readonly count: number;
  readonly hash: string;
  readonly broken?: {
    readonly number: number;
    readonly problem: 'missing' | 'altered' | 'unlinked' | 'cut-off';
  };
}

/** Has the chain of a place verified now, and says what was found. */
export function ChainCheck({ placeId }: { readonly placeId: string }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: () =>
      askServer<Verification>(`${apiRoot}/jurisdictions/${placeId}/audit/verification`, {
        headers: { 'accept-language': locale },
      }),
  });
  return (
    <div className={styles.filters}>
      <Button
        type="primary"
        icon={<SafetyCertificateOutlined aria-hidden />}
        loading={isPending}
        onClick={() => mutate()}
      >
        {t('verify')}
      </Button>
      {error && <ReadFailed error={error} retry={() => mutate()} />}
      {data && !data.broken && (
        <Alert
          type="success"
          showIcon
          title={t('whole', { count: data.count })}
          description={t('lastHash', { hash: data.hash })}
        />
      )}
      {data?.broken && (
        <Alert
          type="error"
          showIcon
          title={t('broken', { number: data.broken.number })}
          description={t(`problem.${data.broken.problem}`)}
        />
      )}
    </div>
  );
}
