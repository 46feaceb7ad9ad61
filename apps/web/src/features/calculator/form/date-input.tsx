'use client';

import { CalendarOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { TypedField } from '../model/read-typed.ts';
import { readTyped } from '../model/read-typed.ts';
import type { FieldInputProps } from './field-input-props.ts';
import styles from './form.module.css';

export interface DateInputProps extends Omit<FieldInputProps, 'field'> {
  readonly field: TypedField;
}

/** A day, typed as officials write it or chosen from the calendar of the browser. */
export function DateInput({
  id,
  field,
  answer,
  invalid,
  describedBy,
  onAnswer,
  onLeave,
}: DateInputProps) {
  const t = useTranslations('calculator');
  const calendar = useRef<HTMLInputElement>(null);
  const typed = typeof answer === 'string' ? answer : '';
  const read = readTyped(field, typed);
  return (
    <span className={styles.date}>
      <Input
        id={id}
        className={styles.input ?? ''}
        value={typed}
        placeholder={t('datePlaceholder')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        status={invalid ? 'error' : ''}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        suffix={
          <button
            type="button"
            className={styles.calendar}
            aria-label={t('openCalendar')}
            title={t('openCalendar')}
            onClick={() => calendar.current?.showPicker()}
          >
            <CalendarOutlined aria-hidden />
          </button>
        }
        onChange={({ target }) => onAnswer(target.value === '' ? undefined : target.value)}
        onBlur={() => {
          if (read.kind === 'value' && read.text !== typed) onAnswer(read.text);
          onLeave();
        }}
      />
      <input
        ref={calendar}
        type="date"
        className={styles.picker}
        tabIndex={-1}
        aria-hidden
        value={read.kind === 'value' ? read.text : ''}
        min={field.low === undefined ? undefined : String(field.low)}
        max={field.high === undefined ? undefined : String(field.high)}
        onChange={({ target }) => onAnswer(target.value === '' ? undefined : target.value)}
        onBlur={onLeave}
      />
    </span>
  );
}
