import { Button, Divider } from 'antd';
import { useTranslations } from 'next-intl';
import { apiRoot, useRead } from '../workflow/use-api.ts';
import type { SignInWays } from './answers.ts';

/** The way to sign in by another service, where there is one. */
export function OutsideLink({ next }: { readonly next: () => string }) {
  const t = useTranslations('signIn');
  const { data } = useRead<SignInWays>('/session/ways');
  if (data?.outside === undefined) return null;
  const go = () => {
    const wanted = new URLSearchParams({ next: next() });
    window.location.assign(`${apiRoot}/session/outside?${wanted}`);
  };
  return (
    <>
      <Divider plain>{t('or')}</Divider>
      <Button block onClick={go}>
        {t('outside', { service: data.outside })}
      </Button>
    </>
  );
}
