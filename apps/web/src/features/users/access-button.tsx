import { Button, Popconfirm } from 'antd';
import { useTranslations } from 'next-intl';
import type { Person } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { useChange } from '../workflow/use-change.ts';

/** Shuts an account out, or lets it in again. */
export function AccessButton({ person }: { readonly person: Person }) {
  const t = useTranslations('users');
  const workflow = useTranslations('workflow');
  const { mutate, isPending, error } = useChange();
  const { id, name } = person;
  const set = (disabled: boolean) =>
    mutate({ method: 'PUT', path: `/users/${id}/access`, body: { disabled } });
  return (
    <>
      {person.disabled ? (
        <Button
          loading={isPending}
          aria-label={`${t('enable')} ${name}`}
          onClick={() => set(false)}
        >
          {t('enable')}
        </Button>
      ) : (
        <Popconfirm
          title={t('disableSure', { name })}
          okText={t('disable')}
          cancelText={workflow('cancel')}
          onConfirm={() => set(true)}
        >
          <Button danger loading={isPending} aria-label={`${t('disable')} ${name}`}>
            {t('disable')}
          </Button>
        </Popconfirm>
      )}
      <ChangeFailed error={error} />
    </>
  );
}
