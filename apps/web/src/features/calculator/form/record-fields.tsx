'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FormEntity, FormField } from '../model/calculator-form.ts';
import type { Answers, RecordPlace } from '../model/draft.ts';
import { pathOf } from '../model/draft.ts';
import type { FieldGroup } from '../model/fields-to-ask.ts';
import { fieldsToAsk } from '../model/fields-to-ask.ts';
import { FieldRow } from './field-row.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';

/** The fields of one record: those that are needed, those with a value of their own, and, folded, the rest. */
export function RecordFields({
  entity,
  place,
  answers,
  children,
}: {
  readonly entity: FormEntity;
  readonly place: RecordPlace;
  readonly answers: Answers;
  /** What stands between the fields that are needed and the others. */
  readonly children?: ReactNode;
}) {
  const t = useTranslations('calculator');
  const { form, draft, marks, fields: states, isComplete } = useForm();
  const [held, setHeld] = useState<{ readonly name: string; readonly group: FieldGroup }>();
  const path = (name: string): string => pathOf(place, name, draft, form);
  const groups = fieldsToAsk(entity.fields, answers, {
    isMissing: (name) => marks.get(path(name))?.question !== undefined,
    matters: (name) => states?.get(path(name))?.matters,
    ...(held && { held }),
  });
  const rows = (group: FieldGroup, shown: readonly FormField[]) =>
    shown.map((field) => (
      // biome-ignore lint/a11y/noStaticElementInteractions: it only notes where the focus is
      <div
        key={field.name}
        className={styles.place}
        onFocus={() => setHeld({ name: field.name, group })}
      >
        <FieldRow field={field} place={place} answer={answers[field.name]} />
      </div>
    ));
  return (
    <>
      {groups.needed.length > 0 && (
        <div className={styles.fields}>{rows('needed', groups.needed)}</div>
      )}
      {children}
      {groups.offered.length > 0 && (
        <div className={styles.fields}>{rows('offered', groups.offered)}</div>
      )}
      {groups.folded.length > 0 && (
        <details className={styles.fold}>
          <summary>
            {t(isComplete ? 'folded' : 'foldedYet', { count: groups.folded.length })}
          </summary>
          <div className={styles.fields}>{rows('folded', groups.folded)}</div>
        </details>
      )}
    </>
  );
}
