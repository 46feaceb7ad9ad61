import { Button, Modal, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Person } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { useChange } from '../workflow/use-change.ts';
import { usePlaces } from '../workflow/use-places.ts';
import { useRoleName } from '../workflow/use-role-name.ts';
import styles from '../workflow/workflow.module.css';
import { givenRoles } from './given-roles.ts';

/** Gives and takes the roles of a person, place by place, each at once. */
export function UserRoles({
  person,
  managed,
}: {
  readonly person: Person;
  readonly managed: ReadonlySet<string>;
}) {
  const t = useTranslations('users');
  const roleName = useRoleName();
  const { byId } = usePlaces();
  const [isOpen, setOpen] = useState(false);
  const { mutate, isPending, error, reset } = useChange();
  const { id, name, grants } = person;
  const close = () => {
    setOpen(false);
    reset();
  };
  const pathOf = (place: string, role: string) => `/users/${id}/roles/${place}/${role}`;
  return (
    <>
      <Button aria-label={`${t('editRoles')} ${name}`} onClick={() => setOpen(true)}>
        {t('editRoles')}
      </Button>
      <Modal
        open={isOpen}
        title={t('rolesOf', { name })}
        okText={t('close')}
        cancelButtonProps={{ style: { display: 'none' } }}
        onOk={close}
        onCancel={close}
      >
        <div className={styles.form}>
          <p className={styles.quiet}>{t('rolesText')}</p>
          <ul className={styles.list}>
            {grants.map(({ jurisdictionId, role }) => (
              <li key={`${jurisdictionId} ${role}`} className={styles.row}>
                <span>
                  {byId.get(jurisdictionId)?.name} {roleName(role)}
                </span>
                <Button
                  danger
                  disabled={isPending || grants.length === 1}
                  aria-label={`${t('takeRole')} ${byId.get(jurisdictionId)?.name ?? ''} ${roleName(role)}`}
                  onClick={() => mutate({ method: 'DELETE', path: pathOf(jurisdictionId, role) })}
                >
                  {t('takeRole')}
                </Button>
              </li>
            ))}
          </ul>
          {grants.length === 1 && <p className={styles.quiet}>{t('lastRole')}</p>}
          <AddRole
            managed={managed}
            isPending={isPending}
            onAdd={(place, role) => mutate({ method: 'PUT', path: pathOf(place, role) })}
          />
          <ChangeFailed error={error} />
        </div>
      </Modal>
    </>
  );
}

function AddRole({
  managed,
  isPending,
  onAdd,
}: {
  readonly managed: ReadonlySet<string>;
  readonly isPending: boolean;
  readonly onAdd: (place: string, role: string) => void;
}) {
  const t = useTranslations('users');
  const roleName = useRoleName();
  const { places } = usePlaces();
  const id = useId();
  const [place, setPlace] = useState<string>();
  const [role, setRole] = useState<string>();
  return (
    <div className={styles.filters}>
      <div className={styles.field}>
        <label htmlFor={`${id}-place`}>{t('place')}</label>
        <Select
          id={`${id}-place`}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 160 }}
          value={place ?? null}
          options={places
            .filter((each) => managed.has(each.id))
            .map((each) => ({ value: each.id, label: each.name }))}
          onChange={(next) => setPlace(next ?? undefined)}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-role`}>{t('role')}</label>
        <Select
          id={`${id}-role`}
          style={{ minWidth: 120 }}
          value={role ?? null}
          options={givenRoles.map((each) => ({ value: each, label: roleName(each) }))}
          onChange={(next) => setRole(next ?? undefined)}
        />
      </div>
      <Button
        disabled={isPending || place === undefined || role === undefined}
        onClick={() => {
          if (place !== undefined && role !== undefined) onAdd(place, role);
        }}
      >
        {t('addRole')}
      </Button>
    </div>
  );
}
