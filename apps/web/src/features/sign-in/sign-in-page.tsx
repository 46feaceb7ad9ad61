'use client';

import { Alert } from 'antd';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDemo } from '../shell/demo-context.ts';
import { DemoPeople } from './demo-people.tsx';
import { nextPage } from './next-page.ts';
import { OutsideLink } from './outside-link.tsx';
import { refusedCode } from './refused-code.ts';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** Signs in and goes on to where one was going. */
export function SignInPage() {
  const t = useTranslations('signIn');
  const isDemo = useDemo();
  const refused = refusedCode(useSearchParams().get('refused'));
  // The whole page anew: nothing is kept of whoever was here before.
  const goOn = () => window.location.assign(nextPage(window.location.search));
  return (
    <section className={isDemo ? `${styles.sheet} ${styles.wide}` : styles.sheet}>
      <h1>{isDemo ? t('demoTitle') : t('title')}</h1>
      {isDemo ? (
        <>
          <DemoPeople onSignedIn={goOn} />
          {/* Of accounts that were added in it. */}
          <details>
            <summary>{t('byPassword')}</summary>
            <SignInForm onSignedIn={goOn} />
          </details>
        </>
      ) : (
        <>
          <p>{t('intro')}</p>
          {refused && <Alert type="error" showIcon title={t(`refused.${refused}`)} />}
          <SignInForm onSignedIn={goOn} />
          <OutsideLink
            next={() => nextPage(window.location.search)}
            onGo={(address) => window.location.assign(address)}
          />
        </>
      )}
    </section>
  );
}
