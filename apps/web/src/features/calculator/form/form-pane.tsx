'use client';

import { isAnswered } from '../model/fields-to-ask.ts';
import type { SettledJson } from '../model/settled-json.ts';
import { ClaimsSection } from './claims-section.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';
import { HouseholdSection } from './household-section.tsx';
import { RecordFields } from './record-fields.tsx';
import { StateSection } from './state-section.tsx';
import { useFieldName } from './use-field-name.ts';

/** The whole form: the person and what is above, the claims, what the year began with. */
export function FormPane({ settled }: { readonly settled: SettledJson | undefined }) {
  const { form } = useForm();
  return (
    <form
      className={styles.form}
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      noValidate
    >
      <ClaimsSection settled={settled} />
      {form.subjects.map((entity) => (
        <AboveSection key={entity.key} entity={entity} />
      ))}
      <HouseholdSection />
      <StateSection />
    </form>
  );
}

function AboveSection({
  entity,
}: {
  readonly entity: ReturnType<typeof useForm>['form']['claim'];
}) {
  const { draft } = useForm();
  const name = useFieldName(entity);
  const id = `above-${entity.key}`;
  const answers = draft.above[entity.key] ?? {};
  const isWorthAsking = entity.fields.some(
    (field) => field.used || isAnswered(answers, field.name),
  );
  if (!isWorthAsking) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <RecordFields
        entity={entity}
        place={{ kind: 'above', entity: entity.key }}
        answers={answers}
      />
    </section>
  );
}
