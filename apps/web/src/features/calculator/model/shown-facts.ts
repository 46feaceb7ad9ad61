import type { CalculatorForm, FormEntity, FormField } from './calculator-form.ts';
import type { Answer, Answers, Draft, DraftItem } from './draft.ts';
import { listOf } from './draft.ts';
import { isAnswered } from './fields-to-ask.ts';
import { showTyped } from './show-value.ts';
import { stateFields } from './state-fields.ts';

/** A fact as it stands on paper. */
export interface ShownFact {
  readonly name: string;
  readonly value: string;
}

export interface ShownFacts {
  readonly above: readonly { readonly name: string; readonly facts: readonly ShownFact[] }[];
  /** One list for each claim, in the order of the form. */
  readonly claims: readonly (readonly ShownFact[])[];
  readonly state: readonly ShownFact[];
}

export interface FactWords {
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly yuan: string;
  readonly voided: string;
}

/** What was answered, and nothing else. */
export function shownFacts(draft: Draft, form: CalculatorForm, words: FactWords): ShownFacts {
  const show = (answers: Answers, fields: readonly FormField[]): readonly ShownFact[] =>
    fields
      .filter(({ name }) => isAnswered(answers, name))
      .map((field) => ({
        name: field.name,
        value: showAnswer(field, answers[field.name] ?? null, words),
      }));
  const itemFacts = ({ name, fields }: FormEntity, items: readonly DraftItem[]) =>
    items.map((item, at) => ({
      name: `${name} ${at + 1}`,
      value: show(item.answers, fields)
        .map((fact) => `${fact.name} ${fact.value}`)
        .join('，'),
    }));
  return {
    above: [
      ...form.subjects.flatMap(({ key, name, fields }) => {
        const records = [{ answers: draft.above[key] ?? {} }, ...listOf(draft, key)];
        return records.flatMap(({ answers }) => {
          const facts = show(answers, fields);
          return facts.length > 0 ? [{ name, facts }] : [];
        });
      }),
      ...form.lists.flatMap((list) => {
        const facts = itemFacts(list, listOf(draft, list.key));
        return facts.length > 0 ? [{ name: list.name, facts }] : [];
      }),
    ],
    claims: draft.claims.map(({ answers, children, voided }) => [
      ...(voided ? [{ name: words.voided, value: words.yes }] : []),
      ...show(answers, form.claim.fields),
      ...form.parts.flatMap((part) => itemFacts(part, children[part.key] ?? [])),
    ]),
    state: show(draft.state, stateFields(form, draft)),
  };
}

function showAnswer(field: FormField, answer: Answer, words: FactWords): string {
  if (answer === null) return words.none;
  if (typeof answer !== 'string') return answer.join('、');
  if (field.type === 'boolean') return answer === 'true' ? words.yes : words.no;
  const shown = showTyped(field, answer);
  if (field.type === 'money') return `${shown}${words.yuan}`;
  return field.type === 'rate' ? `${shown}%` : shown;
}
