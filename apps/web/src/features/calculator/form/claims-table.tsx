'use client';

import { Drawer } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CalculatorForm, FormField } from '../model/calculator-form.ts';
import type { Draft } from '../model/draft.ts';
import { pathOf } from '../model/draft.ts';
import { isAnswered } from '../model/fields-to-ask.ts';
import { claimFields } from '../model/people.ts';
import type { SettledJson } from '../model/settled-json.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import { ClaimFields } from './claim-fields.tsx';
import { ClaimRow } from './claim-row.tsx';
import type { FieldMark } from './field-marks.ts';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';
import { FieldName } from './items-table.tsx';

/** More columns are looked for in the detail of a claim. */
const MAX_COLUMNS = 7;

/** A year of claims, one a row, with the fields that any of them has; all of one claim stand in its detail. */
export function ClaimsTable({ settled }: { readonly settled: SettledJson | undefined }) {
  const t = useTranslations('calculator');
  const { form, draft, marks } = useForm();
  const [open, setOpen] = useState<string>();
  const columns = columnsOf(form, draft, marks);
  const position = draft.claims.findIndex(({ key }) => key === open);
  const shown = draft.claims[position];
  return (
    <>
      <ScrollRegion label={t('claimsTable')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('rowNumber')}</th>
              {columns.map((field) => (
                <th key={field.name} scope="col">
                  <FieldName field={field} />
                </th>
              ))}
              <th scope="col" className={styles.amount}>
                {t('personPays')}
              </th>
              <th scope="col">{t('actions')}</th>
            </tr>
          </thead>
          <tbody>
            {draft.claims.map((claim, at) => (
              <ClaimRow
                key={claim.key}
                claim={claim}
                number={at + 1}
                columns={columns}
                settled={settled}
                onDetail={() => setOpen(claim.key)}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Drawer
        open={shown !== undefined}
        onClose={() => setOpen(undefined)}
        size={520}
        title={t('claimNumber', { number: position + 1 })}
        destroyOnHidden
      >
        {shown && <ClaimFields claim={shown} />}
      </Drawer>
    </>
  );
}

/** The date, then what is answered or asked in any claim, in the order of the document. */
function columnsOf(
  form: CalculatorForm,
  draft: Draft,
  marks: ReadonlyMap<string, FieldMark>,
): readonly FormField[] {
  const isWanted = ({ name, role }: FormField): boolean =>
    role === 'settled-on' ||
    role === 'whose' ||
    draft.claims.some(({ key, answers }) => {
      const path = pathOf({ kind: 'claim', claim: key }, name, draft, form);
      return isAnswered(answers, name) || marks.get(path) !== undefined;
    });
  const wanted = claimFields(draft, form).filter(isWanted);
  const isDay = ({ role }: FormField): boolean => role === 'settled-on';
  return [...wanted.filter(isDay), ...wanted.filter((each) => !isDay(each))].slice(0, MAX_COLUMNS);
}
