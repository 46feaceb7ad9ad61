'use client';

import { Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { localeCookie } from '../../i18n/locale.ts';
import { remember } from './remember.ts';

/** Changes to the other language and stays where one is; a form, so that a click before the script has come counts. */
export function LanguageSwitch() {
  const t = useTranslations('shell');
  const router = useRouter();
  const other = useLocale() === 'zh' ? 'en' : 'zh';
  const name = other === 'en' ? 'English' : '中文';
  return (
    <form
      action="/api/language"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        remember(localeCookie, other);
        router.refresh();
      }}
    >
      <Button
        type="text"
        htmlType="submit"
        name="language"
        value={other}
        lang={other === 'en' ? 'en' : 'zh-CN'}
        title={`${t('language')}: ${name}`}
      >
        {name}
      </Button>
    </form>
  );
}
