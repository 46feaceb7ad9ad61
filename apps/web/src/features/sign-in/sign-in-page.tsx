'use client';

import { useTranslations } from 'next-intl';
import { nextPage } from './next-page.ts';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** Signs in and goes on to where one was going. */
export function SignInPage() {
  const t = useTranslations('signIn');
  // The whole page anew: nothing is kept of whoever was here before.
  const goOn = () => window.location.assign(nextPage(window.location.search));
  return (
    <section className={styles.sheet}>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <SignInForm onSignedIn={goOn} />
    </section>
  );
}
