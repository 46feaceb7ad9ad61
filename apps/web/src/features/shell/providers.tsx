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

/**
 * antd puts a page into one more parent as soon as its motion differs from what is around it, which builds the page anew and loses what was typed or pressed meanwhile.
 * Around the page there is no motion: then it differs before the page's script knows what the reader's system asks for.
 */
const stillTheme = { token: { motion: false } };

/** A word of two characters is one word, also to a screen reader. */
const plainButtons = { autoInsertSpace: false };

function Antd({ children }: { readonly children: ReactNode }) {
  const { scheme } = useTheme();
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const locale = useLocale();
  return (
    <ConfigProvider theme={stillTheme}>
      <ConfigProvider
        button={plainButtons}
        locale={antdLocales[locale === 'en' ? 'en' : 'zh']}
        theme={antdTheme(scheme, !still)}
      >
        <App>{children}</App>
      </ConfigProvider>
    </ConfigProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true, staleTime: 1000 } },
  });
}
