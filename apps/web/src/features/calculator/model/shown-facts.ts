import type { CalculatorForm, FormField } from './calculator-form.ts';
import type { Answer, Answers, Draft } from './draft.ts';
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
  return {
    above: form.subjects.flatMap(({ key, name, fields }) => {
      const facts = show(draft.above[key] ?? {}, fields);
      return facts.length > 0 ? [{ name, facts }] : [];
    }),
    claims: draft.claims.map(({ answers, children }) => [
      ...show(answers, form.claim.fields),
      ...form.parts.flatMap(({ key, name, fields }) =>
        (children[key] ?? []).map((item, at) => ({
          name: `${name} ${at + 1}`,
          value: show(item.answers, fields)
            .map((fact) => `${fact.name} ${fact.value}`)
            .join('，'),
        })),
      ),
    ]),
    state: show(draft.state, stateFields(form)),
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
