import { AntdRegistry } from '@ant-design/nextjs-registry';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AppShell } from '../features/shell/app-shell.tsx';
import { Providers } from '../features/shell/providers.tsx';
import { schemeCookie, schemeOf, themeChoiceOf, themeCookie } from '../features/shell/theme.ts';
import { tourCookie } from '../features/tour/tour-steps.ts';
import { isDemoServed, isStoreServed } from '../http/store-served.ts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return { title: { default: t('product'), template: `%s · ${t('product')}` } };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const locale = await getLocale();
  const jar = await cookies();
  const choice = themeChoiceOf(jar.get(themeCookie)?.value);
  const hint = (await headers()).get('sec-ch-prefers-color-scheme');
  const scheme = schemeOf(choice, hint ?? jar.get(schemeCookie)?.value);
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'} data-scheme={scheme}>
      <body>
        <AntdRegistry>
          <NextIntlClientProvider>
            <Providers choice={choice} scheme={scheme}>
              <AppShell
                hasStore={isStoreServed()}
                isDemo={isDemoServed()}
                isFirstVisit={!jar.has(tourCookie)}
              >
                {children}
              </AppShell>
            </Providers>
          </NextIntlClientProvider>
        </AntdRegistry>
      </body>
    </html>
  );
}
