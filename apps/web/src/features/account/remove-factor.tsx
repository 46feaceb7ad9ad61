import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useSend } from '../workflow/use-api.ts';
import { PasswordShown } from './password-shown.tsx';

/** Asks for the password, and from then on for no code any more. */
export function RemoveFactor({ login }: { readonly login: string }) {
  const t = useTranslations('account');
  const send = useSend();
  const queries = useQueryClient();
  return (
    <PasswordShown
      login={login}
      label={t('removeFactor')}
      onShown={async (password) => {
        const body = { password };
        await send({ method: 'POST', path: '/me/second-factor/removal', body });
        await queries.invalidateQueries({ queryKey: ['api'] });
      }}
    />
  );
}
