import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Person } from '../workflow/answers.ts';
import panel from '../workflow/workflow.module.css';
import styles from './account.module.css';
import type { BegunFactor } from './answers.ts';
import { BeginFactor } from './begin-factor.tsx';
import { ConfirmFactor } from './confirm-factor.tsx';
import { RemoveFactor } from './remove-factor.tsx';

/** Whether a code is asked for behind one's password, and how to have it so or not. */
export function FactorPanel({ me }: { readonly me: Person }) {
  const t = useTranslations('account');
  const [begun, setBegun] = useState<BegunFactor>();
  const isOn = me.secondFactor === true;
  return (
    <section className={panel.panel} aria-labelledby="second-factor">
      <h2 id="second-factor">{t('factor')}</h2>
      <div className={styles.form}>
        <p>{isOn ? t('factorOn') : t('factorOff')}</p>
        {isOn && <RemoveFactor login={me.login} />}
        {!isOn && !begun && <BeginFactor login={me.login} onBegun={setBegun} />}
        {!isOn && begun && <ConfirmFactor begun={begun} onDone={() => setBegun(undefined)} />}
      </div>
    </section>
  );
}
