'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { showYuan } from '../../shell/show-amount.ts';
import type { FormField } from '../model/calculator-form.ts';
import type { Answer, RecordPlace } from '../model/draft.ts';
import { isAnswered } from '../model/fields-to-ask.ts';
import { readTyped } from '../model/read-typed.ts';
import { domainText } from '../model/show-value.ts';
import { FieldInput } from './field-input.tsx';
import styles from './form.module.css';
import { useFieldPath, useForm } from './form-context.tsx';
import { useFieldName } from './use-field-name.ts';

/** One field: its question or name, where it is answered, and what there is to say of the answer. */
export function FieldRow({
  field,
  place,
  answer,
  bare = false,
}: {
  readonly field: FormField;
  readonly place: RecordPlace;
  readonly answer: Answer | undefined;
  /** In a table, where the head of the column is the name: the label is for screen readers alone. */
  readonly bare?: boolean;
}) {
  const t = useTranslations('calculator');
  const id = useId();
  const { change, marks, fields } = useForm();
  const path = useFieldPath(place, field.name);
  const name = useFieldName(field);
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const mark = marks.get(path);
  const asked = mark?.question;
  // A question stays one once it is answered, so that nothing moves under what is being typed.
  const isQuestion = !bare && !field.default && !field.spells;
  const isIdle =
    fields?.get(path)?.matters === false && isAnswered({ x: answer ?? '' }, 'x') && !asked;
  const problem = mark?.wrong ? t(`wrong.${mark.wrong}`, wrongValues(field)) : mark?.refused;
  const told = [problem && `${id}-problem`, !bare && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div
      className={`${bare ? styles.cell : styles.row} ${isIdle ? styles.idle : ''}`}
      data-asked={asked ? true : undefined}
      data-question={isQuestion || (field.type === 'set' && !bare) ? true : undefined}
      data-path={path}
    >
      <label className={bare ? styles.hidden : styles.label} htmlFor={id} id={`${id}-label`}>
        {isQuestion ? field.question[language] : name}
        {asked && !bare && <span className={styles.asked}>{t('toAnswer')}</span>}
      </label>
      <FieldInput
        id={id}
        field={field}
        answer={answer}
        invalid={problem !== undefined}
        describedBy={told || undefined}
        computed={fields?.get(path)?.value}
        onAnswer={(next) => change({ kind: 'answer', place, name: field.name, answer: next })}
        onLeave={() => {
          if (field.role === 'settled-on') change({ kind: 'order-claims', date: field.name });
        }}
      />
      {!bare && (hasHint(field) || isIdle) && (
        <span className={styles.hint} id={`${id}-hint`}>
          <FieldHint field={field} answer={answer} idle={isIdle} />
        </span>
      )}
      {problem && (
        <span className={styles.problem} id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );

  function wrongValues({ atMost }: FormField) {
    return { places: field.places ?? 2, range: '', atMost: atMost ?? 0, ...rangeOf() };
  }

  function rangeOf() {
    const range = domainText(field, 'zh');
    return range === undefined ? {} : { range };
  }
}

/** Choices say what they mean by themselves. */
function hasHint({ type }: FormField): boolean {
  return type !== 'member' && type !== 'boolean' && type !== 'text' && type !== 'date';
}

/** What may be entered; or how what was entered is read. */
function FieldHint({
  field,
  answer,
  idle,
}: {
  readonly field: FormField;
  readonly answer: Answer | undefined;
  readonly idle: boolean;
}) {
  const t = useTranslations('calculator');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  if (idle) return t('doesNotMatter');
  const read = typeof answer === 'string' ? readTyped(field, answer) : undefined;
  if (read?.kind === 'value' && read.note === 'ten-thousands') {
    return t('readAsYuan', { amount: showYuan(read.text) });
  }
  if (read?.kind === 'value' && read.note === 'percent')
    return t('readAsPercent', { typed: answer as string });
  const isLimited = (field.atMost ?? 0) < (field.options?.length ?? 0);
  if (field.type === 'set' && field.atMost !== undefined && isLimited)
    return t('atMost', { count: field.atMost });
  if (read?.kind === 'value') return null;
  return domainText(field, language) ?? null;
}
