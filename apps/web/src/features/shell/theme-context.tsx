'use client';

import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { remember } from './remember.ts';
import type { Scheme, ThemeChoice } from './theme.ts';
import { schemeCookie, schemeOf, themeCookie } from './theme.ts';

interface Theme {
  readonly choice: ThemeChoice;
  /** What is shown. */
  readonly scheme: Scheme;
  choose(choice: ThemeChoice): void;
}

const ThemeContext = createContext<Theme>({ choice: 'system', scheme: 'light', choose() {} });

export function useTheme(): Theme {
  return useContext(ThemeContext);
}

/** Follows the reader's choice, and the system where there is none. */
export function ThemeProvider({
  choice: chosen,
  scheme: first,
  children,
}: {
  readonly choice: ThemeChoice;
  readonly scheme: Scheme;
  readonly children: ReactNode;
}) {
  const [choice, setChoice] = useState(chosen);
  const [system, setSystem] = useState<Scheme>(first);
  const scheme = schemeOf(choice, system);
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => {
      const now = query.matches ? 'dark' : 'light';
      setSystem(now);
      remember(schemeCookie, now);
    };
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  useEffect(() => {
    document.documentElement.dataset.scheme = scheme;
  }, [scheme]);
  const choose = useCallback((next: ThemeChoice) => {
    setChoice(next);
    remember(themeCookie, next);
  }, []);
  const value = useMemo(() => ({ choice, scheme, choose }), [choice, scheme, choose]);
  return <ThemeContext value={value}>{children}</ThemeContext>;
}
