'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PaletteButton } from '../palette/palette-button.tsx';
import { PersonMenu } from '../sign-in/person-menu.tsx';
import { HelpMenu } from '../tour/help-menu.tsx';
import { TourProvider } from '../tour/tour-context.tsx';
import { TourOffer } from '../tour/tour-offer.tsx';
import styles from './app-shell.module.css';
import { DemoContext } from './demo-context.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation, openPlaces } from './navigation.tsx';
import { StoreNavigation } from './store-navigation.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** The frame of every page: where one is, where one can go, in which language and light. */
export function AppShell({
  hasStore,
  isDemo,
  isFirstVisit,
  children,
}: {
  readonly hasStore: boolean;
  /** Whether what the store holds is a demonstration. */
  readonly isDemo: boolean;
  /** Whether nobody was asked yet, in this browser, if they want the tour. */
  readonly isFirstVisit: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslations('shell');
  // Where nobody is signed in yet there is nowhere else to go.
  const path = usePathname();
  const isOpen = /^\/(?:sign-in|set-up|set-password)$/.test(path);
  return (
    <DemoContext value={isDemo}>
      <TourProvider>
        <div className={styles.shell}>
          <a className={styles.skip} href="#content">
            {t('skipToContent')}
          </a>
          <header className={styles.header}>
            <Link
              href={hasStore ? '/inbox' : '/documents'}
              className={styles.brand}
              title={t('slogan')}
            >
              <span className={styles.seal} aria-hidden>
                条
              </span>
              {t('product')}
            </Link>
            {hasStore && !isOpen && <StoreNavigation />}
            {!hasStore && <Navigation places={openPlaces} />}
            <div className={styles.switches}>
              {!isOpen && <PaletteButton hasStore={hasStore} />}
              {hasStore && !isOpen && <PersonMenu />}
              {!isOpen && <HelpMenu />}
              <LanguageSwitch />
              <ThemeSwitch />
            </div>
          </header>
          {isDemo && (
            <p className={styles.demo} role="note">
              <strong>{t('demo')}</strong>
              {t('demoText')}
            </p>
          )}
          {isFirstVisit && /^\/(?:inbox|documents)$/.test(path) && <TourOffer />}
          <main id="content" tabIndex={-1} className={styles.content}>
            {children}
          </main>
        </div>
      </TourProvider>
    </DemoContext>
  );
}
