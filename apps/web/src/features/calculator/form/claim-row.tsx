'use client';

import {
  CopyOutlined,
  DeleteOutlined,
  FormOutlined,
  StopOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FormField } from '../model/calculator-form.ts';
import type { DraftClaim } from '../model/draft.ts';
import { claimId } from '../model/draft.ts';
import { personPart } from '../model/person-part.ts';
import type { SettledJson } from '../model/settled-json.ts';
import { FieldRow } from './field-row.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

/** One claim of a year as a row. */
export function ClaimRow({
  claim,
  number,
  columns,
  settled,
  onDetail,
}: {
  readonly claim: DraftClaim;
  readonly number: number;
  readonly columns: readonly FormField[];
  readonly settled: SettledJson | undefined;
  readonly onDetail: () => void;
}) {
  const t = useTranslations('calculator');
  const { change, form, marks } = useForm();
  const result = settled?.result.claims.find(({ id }) => id === claimId(claim, form));
  const part = result && personPart(result.outputs);
  const path = `${form.claim.key}[${number - 1}].`;
  const isAsked = [...marks].some(([at, mark]) => at.startsWith(path) && mark.question);
  return (
    <tr data-voided={claim.voided || undefined}>
      <th scope="row">{number}</th>
      {columns.map((field) => (
        <td key={field.name}>
          <FieldRow
            bare
            field={field}
            place={{ kind: 'claim', claim: claim.key }}
            answer={claim.answers[field.name]}
          />
        </td>
      ))}
      <td className={styles.amount}>{shown()}</td>
      <td>
        <span className={styles.actions}>
          <Action
            icon={<FormOutlined aria-hidden />}
            label={t('claimDetail', { number })}
            onClick={onDetail}
          />
          <Action
            icon={<CopyOutlined aria-hidden />}
            label={t('copyNumbered', { number })}
            onClick={() => change({ kind: 'copy-claim', claim: claim.key })}
          />
          <Action
            icon={claim.voided ? <UndoOutlined aria-hidden /> : <StopOutlined aria-hidden />}
            label={t(claim.voided ? 'restoreClaim' : 'voidClaim', { number })}
            onClick={() => change({ kind: 'void-claim', claim: claim.key, voided: !claim.voided })}
          />
          <Action
            icon={<DeleteOutlined aria-hidden />}
            label={t('removeClaim', { number })}
            onClick={() => change({ kind: 'remove-claim', claim: claim.key })}
          />
        </span>
      </td>
    </tr>
  );

  function shown(): string {
    if (claim.voided) return t('voided');
    return part ?? (isAsked || result ? t('incomplete') : '—');
  }
}

function Action({
  icon,
  label,
  onClick,
}: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return <Button type="text" icon={icon} aria-label={label} title={label} onClick={onClick} />;
}
