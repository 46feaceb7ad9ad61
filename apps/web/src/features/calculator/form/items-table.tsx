'use client';

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { FormEntity } from '../model/calculator-form.ts';
import type { DraftClaim, DraftItem, RecordPlace } from '../model/draft.ts';
import { listOf } from '../model/draft.ts';
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
  const place = { claim: claim.key, entity: entity.key };
  return (
    <RecordsTable
      entity={entity}
      items={claim.children[entity.key] ?? []}
      placeOf={(item) => ({ kind: 'item', ...place, item })}
      addText={t('addItem', { name })}
      onAdd={() => change({ kind: 'add-item', ...place })}
      onRemove={(item) => change({ kind: 'remove-item', ...place, item })}
    />
  );
}

/** The records of a list above the claims, such as 共济授权; of 参保人 those beside the first. */
export function ListedTable({
  entity,
  addText,
}: {
  readonly entity: FormEntity;
  readonly addText: string;
}) {
  const { change, draft } = useForm();
  const { key } = entity;
  return (
    <RecordsTable
      entity={entity}
      items={listOf(draft, key)}
      placeOf={(item) => ({ kind: 'listed', entity: key, item })}
      addText={addText}
      onAdd={() => change({ kind: 'add-listed', entity: key })}
      onRemove={(item) => change({ kind: 'remove-listed', entity: key, item })}
    />
  );
}

interface Records {
  readonly entity: FormEntity;
  readonly items: readonly DraftItem[];
  readonly addText: string;
  placeOf(item: string): RecordPlace;
  onAdd(): void;
  onRemove(item: string): void;
}

function RecordsTable({ entity, items, placeOf, addText, onAdd, onRemove }: Records) {
  const t = useTranslations('calculator');
  const name = useFieldName(entity);
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
                        place={placeOf(item.key)}
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
                      onClick={() => onRemove(item.key)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <Button icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
        {addText}
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
