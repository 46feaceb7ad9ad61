import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { localeCookie, localeOf } from './locale.ts';

/** The words of a page. The language is the reader's own choice and stands in no address: a link opens in either. */
export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get(localeCookie)?.value);
  const messages =
    locale === 'en'
      ? (await import('../messages/en/index.ts')).en
      : (await import('../messages/zh/index.ts')).zh;
  // Calendar days have no zone; a fixed one keeps what the server and the browser write the same.
  return { locale, messages, timeZone: 'Asia/Shanghai' };
});
