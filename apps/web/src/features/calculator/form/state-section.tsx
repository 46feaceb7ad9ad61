'use client';

import { useTranslations } from 'next-intl';
import { stateFields } from '../model/state-fields.ts';
import { FieldRow } from './field-row.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

/** What had been accumulated before the first claim; nothing unless it is given. */
export function StateSection() {
  const t = useTranslations('calculator');
  const { form, draft } = useForm();
  const fields = stateFields(form, draft);
  if (fields.length === 0) return null;
  const given = Object.keys(draft.state).length;
  return (
    <details className={styles.section} open={given > 0 || undefined}>
      <summary className={styles.summary}>
        <h2>{t('stateHeading')}</h2>
        <span className={styles.quiet}>
          {given > 0 ? t('stateGiven', { count: given }) : t('stateNone')}
        </span>
      </summary>
      <p className={styles.quiet}>{t('stateText')}</p>
      <div className={styles.fields}>
        {fields.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            place={{ kind: 'state' }}
            answer={draft.state[field.name]}
          />
        ))}
      </div>
    </details>
  );
}
