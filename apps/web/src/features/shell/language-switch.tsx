'use client';

import { Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { localeCookie } from '../../i18n/locale.ts';
import { remember } from './remember.ts';

/** Changes to the other language and stays where one is. */
export function LanguageSwitch() {
  const t = useTranslations('shell');
  const router = useRouter();
  const other = useLocale() === 'zh' ? 'en' : 'zh';
  const name = other === 'en' ? 'English' : '中文';
  return (
    <Button
      type="text"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      title={`${t('language')}: ${name}`}
      onClick={() => {
        remember(localeCookie, other);
        router.refresh();
      }}
    >
      {name}
    </Button>
  );
}
