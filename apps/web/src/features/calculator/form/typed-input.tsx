'use client';

import { Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { showTyped } from '../model/show-value.ts';
import type { FieldInputProps } from './field-input.tsx';
import { useDefaultText } from './field-input.tsx';
import styles from './form.module.css';

/** Amounts, rates, numbers and texts as text: nothing typed is ever changed, thousands show when one has left. */
export function TypedInput(props: FieldInputProps) {
  const { id, field, answer, invalid, describedBy, computed, onAnswer, onLeave } = props;
  const t = useTranslations('calculator');
  const [editing, setEditing] = useState(false);
  const typed = typeof answer === 'string' ? answer : '';
  const isNumber = field.type !== 'text';
  const units = { money: t('yuan'), rate: '%' } as const;
  const unit = units[field.type as keyof typeof units];
  return (
    <Input
      id={id}
      className={isNumber ? `${styles.input} ${styles.number}` : styles.input}
      value={editing ? typed : showTyped(field, typed)}
      inputMode={isNumber ? 'decimal' : 'text'}
      maxLength={isNumber ? 60 : 200}
      autoComplete="off"
      suffix={unit}
      placeholder={useDefaultText(field, computed) ?? ''}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onFocus={() => setEditing(true)}
      onBlur={() => {
        setEditing(false);
        onLeave();
      }}
      onChange={({ target }) => onAnswer(target.value === '' ? undefined : target.value)}
    />
  );
}
