import { useTranslations } from 'next-intl';
import { Badge } from '../shell/badge.tsx';
import type { SignInWays } from '../sign-in/answers.ts';
import type { Person } from '../workflow/answers.ts';
import { TableRegion } from '../workflow/table-region.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import { usePlaces } from '../workflow/use-places.ts';
import { useRoleName } from '../workflow/use-role-name.ts';
import styles from '../workflow/workflow.module.css';
import { AccessButton } from './access-button.tsx';
import { isManaged } from './managed-people.ts';
import { NewLink } from './new-link.tsx';
import { OutsideAccount } from './outside-account.tsx';
import { ResetFactor } from './reset-factor.tsx';
import { UserRoles } from './user-roles.tsx';

/** Accounts, one row each, with what the reader may do about them. */
export function UserTable({
  people,
  managed,
}: {
  readonly people: readonly Person[];
  readonly managed: ReadonlySet<string>;
}) {
  const t = useTranslations('users');
  const { data: me } = useMe();
  const { places } = usePlaces();
  const { data: ways } = useRead<SignInWays>('/session/ways');
  return (
    <TableRegion label={t('tableOf')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('login')}</th>
            <th scope="col">{t('roles')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('change')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td className={styles.title}>{person.name}</td>
              <td>{person.login}</td>
              <td>
                <Grants person={person} />
              </td>
              <td>
                {person.disabled ? (
                  <Badge tone="warn">{t('disabled')}</Badge>
                ) : (
                  <Badge tone="good">{t('active')}</Badge>
                )}
              </td>
              <td>
                {person.id === me?.id && <span className={styles.quiet}>{t('you')}</span>}
                {isManaged(me, person, managed, places) && (
                  <div className={styles.actions}>
                    <UserRoles person={person} managed={managed} />
                    <NewLink person={person} />
                    {ways?.outside !== undefined && (
                      <OutsideAccount person={person} service={ways.outside} />
                    )}
                    {person.secondFactor && <ResetFactor person={person} />}
                    <AccessButton person={person} />
                  </div>
                )}
                {person.id !== me?.id && !isManaged(me, person, managed, places) && (
                  <span className={styles.quiet}>{t('elsewhere')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Grants({ person: { grants } }: { readonly person: Person }) {
  const t = useTranslations('users');
  const roleName = useRoleName();
  const { byId } = usePlaces();
  if (grants.length === 0) return <span className={styles.quiet}>{t('noRoles')}</span>;
  const ids = [...new Set(grants.map(({ jurisdictionId }) => jurisdictionId))];
  return ids.map((id) => (
    <div key={id}>
      {byId.get(id)?.name}：
      {grants
        .filter(({ jurisdictionId }) => jurisdictionId === id)
        .map(({ role }) => roleName(role))
        .join('、')}
    </div>
  ));
}
