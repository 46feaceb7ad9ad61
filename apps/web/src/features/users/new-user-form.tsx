import { Input, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Place } from '../workflow/answers.ts';
import { useRoleName } from '../workflow/use-role-name.ts';
import styles from '../workflow/workflow.module.css';
import { givenRoles } from './given-roles.ts';

/** What is typed of a new account. */
export interface TypedUser {
  readonly login: string;
  readonly name: string;
  readonly jurisdictionId: string | undefined;
  readonly roles: readonly string[];
}

export function NewUserForm({
  typed,
  places,
  onChange,
}: {
  readonly typed: TypedUser;
  readonly places: readonly Place[];
  readonly onChange: (typed: TypedUser) => void;
}) {
  const t = useTranslations('users');
  const roleName = useRoleName();
  const id = useId();
  return (
    <>
      <p className={styles.quiet}>{t('newIntro')}</p>
      <label htmlFor={`${id}-name`}>{t('person')}</label>
      <Input
        id={`${id}-name`}
        maxLength={200}
        value={typed.name}
        autoComplete="off"
        onChange={(event) => onChange({ ...typed, name: event.target.value })}
      />
      <label htmlFor={`${id}-login`}>{t('login')}</label>
      <Input
        id={`${id}-login`}
        maxLength={100}
        value={typed.login}
        placeholder={t('loginHint')}
        autoComplete="off"
        onChange={(event) => onChange({ ...typed, login: event.target.value })}
      />
      <label htmlFor={`${id}-place`}>{t('place')}</label>
      <Select
        id={`${id}-place`}
        showSearch={{ optionFilterProp: 'label' }}
        value={typed.jurisdictionId ?? null}
        options={places.map((each) => ({ value: each.id, label: each.name }))}
        onChange={(next) => onChange({ ...typed, jurisdictionId: next ?? undefined })}
      />
      <label htmlFor={`${id}-roles`}>{t('roles')}</label>
      <Select
        id={`${id}-roles`}
        mode="multiple"
        placeholder={t('rolesHint')}
        value={[...typed.roles]}
        options={givenRoles.map((each) => ({ value: each, label: roleName(each) }))}
        onChange={(roles: string[]) => onChange({ ...typed, roles })}
      />
    </>
  );
}
