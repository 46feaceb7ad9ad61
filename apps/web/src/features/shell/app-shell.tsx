'use client';

import {
  CalculatorOutlined,
  DiffOutlined,
  FolderOpenOutlined,
  FundOutlined,
  MedicineBoxOutlined,
  SolutionOutlined,
  TableOutlined,
} from '@ant-design/icons';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import styles from './app-shell.module.css';
import { LanguageSwitch } from './language-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

const places = [
  { href: '/documents', word: 'documents', icon: <FolderOpenOutlined aria-hidden /> },
  { href: '/calculator', word: 'calculator', icon: <CalculatorOutlined aria-hidden /> },
  { href: '/compare', word: 'compare', icon: <DiffOutlined aria-hidden /> },
  { href: '/simulate', word: 'simulate', icon: <FundOutlined aria-hidden /> },
  { href: '/unification', word: 'unification', icon: <TableOutlined aria-hidden /> },
  { href: '/catalogues', word: 'catalogues', icon: <MedicineBoxOutlined aria-hidden /> },
  { href: '/services', word: 'services', icon: <SolutionOutlined aria-hidden /> },
] as const;

/** The frame of every page: where one is, where one can go, in which language and light. */
export function AppShell({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell');
  const path = usePathname();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('skipToContent')}
      </a>
      <header className={styles.header}>
        <Link href="/documents" className={styles.brand} title={t('slogan')}>
          <span className={styles.seal} aria-hidden>
            条
          </span>
          {t('product')}
        </Link>
        <nav aria-label={t('navigation')} className={styles.navigation}>
          {places.map(({ href, word, icon }) => (
            <Link
              key={href}
              href={href}
              className={styles.place}
              aria-current={isHere(path, href) ? 'page' : undefined}
            >
              {icon}
              <span>{t(word)}</span>
            </Link>
          ))}
        </nav>
        <div className={styles.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.content}>
        {children}
      </main>
    </div>
  );
}

/** The editor belongs to the documents. */
function isHere(path: string, href: string): boolean {
  const own = path.startsWith('/editor') ? '/documents' : path;
  return own.startsWith(href);
}
