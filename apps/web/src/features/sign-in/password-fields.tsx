import { useTranslations } from 'next-intl';
import { TextField } from './text-field.tsx';

/** A password that is typed twice. */
export interface TypedTwice {
  readonly password: string;
  readonly again: string;
}

export function PasswordFields({
  typed,
  onChange,
}: {
  readonly typed: TypedTwice;
  readonly onChange: (typed: TypedTwice) => void;
}) {
  const t = useTranslations('signIn');
  return (
    <>
      <TextField
        {...{ label: t('newPassword'), kind: 'password', autoComplete: 'new-password' }}
        value={typed.password}
        onChange={(password) => onChange({ ...typed, password })}
      />
      <p>{t('passwordRule')}</p>
      <TextField
        {...{ label: t('repeatPassword'), kind: 'password', autoComplete: 'new-password' }}
        value={typed.again}
        onChange={(again) => onChange({ ...typed, again })}
      />
    </>
  );
}
