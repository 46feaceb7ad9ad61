import { useTranslations } from 'next-intl';

/** What was done, in words; as it is written in the chain where there are none for it. */
export function useActionName(): (action: string) => string {
  const t = useTranslations('audit.actions');
  return (action) => {
    const known = t.has as (key: string) => boolean;
    return known(action) ? t(action as Parameters<typeof t>[0]) : action;
  };
}
