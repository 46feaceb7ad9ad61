'use client';

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { FormEntity } from '../model/calculator-form.ts';
import type { DraftClaim } from '../model/draft.ts';
import { isAnswered } from '../model/fields-to-ask.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import { FieldRow } from './field-row.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';
import { useFieldName } from './use-field-name.ts';

/** The records below a claim, such as 明细, one a row. */
export function ItemsTable({
  claim,
  entity,
}: {
  readonly claim: DraftClaim;
  readonly entity: FormEntity;
}) {
  const t = useTranslations('calculator');
  const { change } = useForm();
  const name = useFieldName(entity);
  const items = claim.children[entity.key] ?? [];
  const columns = entity.fields.filter(
    (field) => field.used || items.some(({ answers }) => isAnswered(answers, field.name)),
  );
  return (
    <div className={styles.items}>
      {items.length > 0 && (
        <ScrollRegion label={name}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('rowNumber')}</th>
                {columns.map((field) => (
                  <th key={field.name} scope="col">
                    <FieldName field={field} />
                  </th>
                ))}
                <th scope="col">{t('actions')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item, at) => (
                <tr key={item.key}>
                  <th scope="row">{at + 1}</th>
                  {columns.map((field) => (
                    <td key={field.name}>
                      <FieldRow
                        bare
                        field={field}
                        place={{
                          kind: 'item',
                          claim: claim.key,
                          entity: entity.key,
                          item: item.key,
                        }}
                        answer={item.answers[field.name]}
                      />
                    </td>
                  ))}
                  <td>
                    <Button
                      type="text"
                      icon={<DeleteOutlined aria-hidden />}
                      aria-label={t('removeItem', { number: at + 1 })}
                      title={t('removeItem', { number: at + 1 })}
                      onClick={() =>
                        change({
                          kind: 'remove-item',
                          claim: claim.key,
                          entity: entity.key,
                          item: item.key,
                        })
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => change({ kind: 'add-item', claim: claim.key, entity: entity.key })}
      >
        {t('addItem', { name })}
      </Button>
    </div>
  );
}

export function FieldName({
  field,
}: {
  readonly field: { readonly name: string; readonly alias?: string };
}) {
  return useFieldName(field);
}
