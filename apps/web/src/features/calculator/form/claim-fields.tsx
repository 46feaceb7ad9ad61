'use client';

import type { DraftClaim } from '../model/draft.ts';
import { claimFields } from '../model/people.ts';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';
import { ItemsTable } from './items-table.tsx';
import { RecordFields } from './record-fields.tsx';

/** Everything about one claim: its fields, and what stands below it as far as it is asked for or given. */
export function ClaimFields({ claim }: { readonly claim: DraftClaim }) {
  const { form, draft, marks } = useForm();
  const at = draft.claims.findIndex(({ key }) => key === claim.key);
  return (
    <RecordFields
      entity={{ ...form.claim, fields: claimFields(draft, form) }}
      place={{ kind: 'claim', claim: claim.key }}
      answers={claim.answers}
    >
      {form.parts.map((entity) => {
        const path = `${form.claim.key}[${at}].${entity.name}`;
        const question = marks.get(path)?.question;
        const isGiven = (claim.children[entity.key] ?? []).length > 0;
        if (question === undefined && !isGiven) return null;
        return (
          <div
            key={entity.key}
            className={styles.children}
            data-asked={question ? true : undefined}
            data-path={path}
          >
            {question && <p className={styles.question}>{question}</p>}
            <ItemsTable claim={claim} entity={entity} />
          </div>
        );
      })}
    </RecordFields>
  );
}
