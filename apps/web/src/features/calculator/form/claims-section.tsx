'use client';

import { CopyOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { SettledJson } from '../model/settled-json.ts';
import { ClaimFields } from './claim-fields.tsx';
import { ClaimsTable } from './claims-table.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';
import { useFieldName } from './use-field-name.ts';

/** The claims of the case: one with its fields, several as the rows of a table. */
export function ClaimsSection({ settled }: { readonly settled: SettledJson | undefined }) {
  const t = useTranslations('calculator');
  const { form, draft, change } = useForm();
  const name = useFieldName(form.claim);
  const [only] = draft.claims;
  const isYear = draft.claims.length > 1;
  return (
    <section className={styles.section} aria-labelledby="claims-heading">
      <h2 id="claims-heading">
        {isYear ? t('claimsHeading', { name, count: draft.claims.length }) : name}
      </h2>
      {isYear ? <ClaimsTable settled={settled} /> : only && <ClaimFields claim={only} />}
      <div className={styles.buttons}>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => change({ kind: 'add-claim' })}>
          {t('addClaim')}
        </Button>
        {!isYear && only && (
          <Button
            icon={<CopyOutlined aria-hidden />}
            onClick={() => change({ kind: 'copy-claim', claim: only.key })}
          >
            {t('copyClaim')}
          </Button>
        )}
      </div>
    </section>
  );
}
