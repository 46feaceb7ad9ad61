import { useTranslations } from 'next-intl';

/** What people call a role; as it is stored where there is no word for it. */
export function useRoleName(): (role: string) => string {
  const t = useTranslations('workflow.role');
  return (role) => {
    const known = t.has as (key: string) => boolean;
    return known(role) ? t(role as Parameters<typeof t>[0]) : role;
  };
}
