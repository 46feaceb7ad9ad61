'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { antdLocales, antdTheme } from './antd-theme.ts';
import type { Scheme, ThemeChoice } from './theme.ts';
import { ThemeProvider, useTheme } from './theme-context.tsx';
import { useMediaQuery } from './use-media-query.ts';

/** What every page stands in: the theme, the words of antd, and the cache of what the server answered. */
export function Providers({
  choice,
  scheme,
  children,
}: {
  readonly choice: ThemeChoice;
  readonly scheme: Scheme;
  readonly children: ReactNode;
}) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <ThemeProvider choice={choice} scheme={scheme}>
        <Antd>{children}</Antd>
      </ThemeProvider>
    </QueryClientProvider>
  );
}

function Antd({ children }: { readonly children: ReactNode }) {
  const { scheme } = useTheme();
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const locale = useLocale();
  return (
    <ConfigProvider
      locale={antdLocales[locale === 'en' ? 'en' : 'zh']}
      theme={antdTheme(scheme, !still)}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true, staleTime: 1000 } },
  });
}
