import { Button, Divider } from 'antd';
import { useTranslations } from 'next-intl';
import { apiRoot, useRead } from '../workflow/use-api.ts';
import type { SignInWays } from './answers.ts';

/** The way to sign in by another service, where there is one; `onGo` is told the address that leads there and back to `next`. */
export function OutsideLink({
  next,
  onGo,
}: {
  readonly next: () => string;
  readonly onGo: (address: string) => void;
}) {
  const t = useTranslations('signIn');
  const { data } = useRead<SignInWays>('/session/ways');
  if (data?.outside === undefined) return null;
  const go = () => onGo(`${apiRoot}/session/outside?${new URLSearchParams({ next: next() })}`);
  return (
    <>
      <Divider plain>{t('or')}</Divider>
      <Button block onClick={go}>
        {t('outside', { service: data.outside })}
      </Button>
    </>
  );
}
