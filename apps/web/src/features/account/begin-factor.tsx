import { useTranslations } from 'next-intl';
import { useSend } from '../workflow/use-api.ts';
import type { BegunFactor } from './answers.ts';
import { PasswordShown } from './password-shown.tsx';

/** Asks for the password and has a secret made. */
export function BeginFactor({
  login,
  onBegun,
}: {
  readonly login: string;
  readonly onBegun: (begun: BegunFactor) => void;
}) {
  const t = useTranslations('account');
  const send = useSend();
  return (
    <PasswordShown
      login={login}
      label={t('beginFactor')}
      onShown={async (password) => {
        const body = { password };
        onBegun(await send<BegunFactor>({ method: 'POST', path: '/me/second-factor', body }));
      }}
    />
  );
}
