'use client';

import { useTranslations } from 'next-intl';
import type { FormEntity, FormField } from '../model/calculator-form.ts';
import { listOf } from '../model/draft.ts';
import type { People } from '../model/people.ts';
import { peopleOf } from '../model/people.ts';
import styles from './form.module.css';
import { useForm } from './form-context.tsx';
import { ListedTable } from './items-table.tsx';
import { useFieldName } from './use-field-name.ts';

/** The other people of the household and its lists, where a rule asks for them or somebody was given. */
export function HouseholdSection() {
  const t = useTranslations('calculator');
  const { form, draft } = useForm();
  const people = peopleOf(form);
  const others = people ? listOf(draft, people.entity.key).length : 0;
  if (!people || (form.lists.length === 0 && others === 0)) return null;
  return (
    <section className={styles.section} aria-labelledby="household-heading">
      <h2 id="household-heading">{t('householdHeading')}</h2>
      <p className={styles.quiet}>{t('householdText')}</p>
      <ListedTable
        entity={{ ...people.entity, fields: namedFirst(people) }}
        addText={t('addPerson')}
      />
      {form.lists.map((list) => (
        <List key={list.key} list={list} />
      ))}
    </section>
  );
}

/** Everybody has a name, even where no result rests on it. */
function namedFirst({ entity, whose }: People): FormEntity['fields'] {
  const isName = ({ name }: FormField): boolean => name === whose.name;
  const names = entity.fields.filter(isName).map((field) => ({ ...field, used: true }));
  return [...names, ...entity.fields.filter((field) => !isName(field))];
}

function List({ list }: { readonly list: FormEntity }) {
  const t = useTranslations('calculator');
  const name = useFieldName(list);
  return (
    <>
      <h3>{name}</h3>
      <ListedTable entity={list} addText={t('addItem', { name })} />
    </>
  );
}
