import { Button, Popconfirm } from 'antd';
import { useTranslations } from 'next-intl';
import type { Person } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { useChange } from '../workflow/use-change.ts';

/** Has no code asked of somebody who lost the device. */
export function ResetFactor({ person: { id, name } }: { readonly person: Person }) {
  const t = useTranslations('users');
  const workflow = useTranslations('workflow');
  const { mutate, isPending, error } = useChange();
  return (
    <>
      <Popconfirm
        title={t('resetFactorSure', { name })}
        okText={t('resetFactor')}
        cancelText={workflow('cancel')}
        onConfirm={() => mutate({ method: 'DELETE', path: `/users/${id}/second-factor` })}
      >
        <Button loading={isPending} aria-label={`${t('resetFactor')} ${name}`}>
          {t('resetFactor')}
        </Button>
      </Popconfirm>
      <ChangeFailed error={error} />
    </>
  );
}
