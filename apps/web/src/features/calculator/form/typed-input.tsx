'use client';

import type { InputRef } from 'antd';
import { Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useLayoutEffect, useRef, useState } from 'react';
import { showTyped } from '../model/show-value.ts';
import type { FieldInputProps } from './field-input-props.ts';
import styles from './form.module.css';
import { useDefaultText } from './use-default-text.ts';

/** Amounts, rates, numbers and texts as text: nothing typed is ever changed, thousands show when one has left. */
export function TypedInput(props: FieldInputProps) {
  const { id, field, answer, invalid, describedBy, computed, onAnswer, onLeave } = props;
  const t = useTranslations('calculator');
  const input = useRef<InputRef>(null);
  const [editing, setEditing] = useState(false);
  // What was shown gives way to what was typed, and a selection made meanwhile with it: all of it is chosen again.
  useLayoutEffect(() => {
    if (editing) input.current?.select();
  }, [editing]);
  const typed = typeof answer === 'string' ? answer : '';
  const isNumber = field.type !== 'text';
  const units = { money: t('yuan'), rate: '%' } as const;
  const unit = units[field.type as keyof typeof units];
  return (
    <Input
      ref={input}
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
