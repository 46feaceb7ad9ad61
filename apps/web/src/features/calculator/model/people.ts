import type { CalculatorForm, FormEntity, FormField } from './calculator-form.ts';
import type { Answers, Draft } from './draft.ts';
import { listOf } from './draft.ts';
import { isAnswered } from './fields-to-ask.ts';

/** The people of a case, where it may have several: the entity, and the field by which they are told apart. */
export interface People {
  readonly entity: FormEntity;
  readonly whose: FormField;
}

export function peopleOf({ subjects, claim }: CalculatorForm): People | undefined {
  const entity = subjects.find(({ many }) => many);
  const whose = claim.fields.find(({ role }) => role === 'whose');
  return entity && whose ? { entity, whose } : undefined;
}

/** What a record says its person is called; without an answer the name that stands for none. */
export function nameIn(answers: Answers, { whose }: People): string {
  const typed = answers[whose.name];
  if (typeof typed === 'string' && typed.trim() !== '') return typed.trim();
  return String(whose.default?.value ?? '');
}

/** Whether the case has more than one person: then each claim says whose it is. */
export function hasSeveral(draft: Draft, form: CalculatorForm): boolean {
  const people = peopleOf(form);
  return people !== undefined && listOf(draft, people.entity.key).length > 0;
}

/** Everybody whom the case names: the people, and those named in a list (whose account is used). Each once. */
export function namesIn(draft: Draft, form: CalculatorForm): readonly string[] {
  const people = peopleOf(form);
  if (!people) return [];
  const { key } = people.entity;
  const others = listOf(draft, key).map(({ answers }) => nameIn(answers, people));
  const named = form.lists.flatMap((list) =>
    listOf(draft, list.key).flatMap(({ answers }) =>
      list.fields.flatMap(({ name, person }) => {
        const typed = answers[name];
        return person && typeof typed === 'string' ? [typed.trim()] : [];
      }),
    ),
  );
  const names = [nameIn(draft.above[key] ?? {}, people), ...others, ...named];
  return [...new Set(names.filter((name) => name !== ''))];
}

/** The fields of a claim: it is said whose it is where there are several people, or where somebody said so. */
export function claimFields(draft: Draft, form: CalculatorForm): readonly FormField[] {
  const isSaid = ({ name }: FormField): boolean =>
    hasSeveral(draft, form) || draft.claims.some(({ answers }) => isAnswered(answers, name));
  return form.claim.fields.filter((field) => field.role !== 'whose' || isSaid(field));
}
