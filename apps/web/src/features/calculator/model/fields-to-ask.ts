import type { FormField } from './calculator-form.ts';
import type { Answers } from './draft.ts';

/** Where a field stands in the form of one record. */
export type FieldGroup = 'needed' | 'offered' | 'folded';

export interface FieldsToAsk {
  /** Has no fixed value of its own: asked for because the result needs it, or answered. */
  readonly needed: readonly FormField[];
  /** Has a fixed value of its own that the result depends on, or an answer. */
  readonly offered: readonly FormField[];
  /** The result of this case does not depend on it; what no case of the document depends on is left out. */
  readonly folded: readonly FormField[];
}

/** What is known of one field in one record. */
export interface FieldKnowledge {
  readonly isMissing: (name: string) => boolean;
  /** Undefined while nothing was settled. */
  readonly matters: (name: string) => boolean | undefined;
  /** The field being edited stays where it is: what one types in must not move. */
  readonly held?: { readonly name: string; readonly group: FieldGroup };
}

/** The fields of a record by whether they are still worth asking, each in the order of the document. */
export function fieldsToAsk(
  fields: readonly FormField[],
  answers: Answers,
  knowledge: FieldKnowledge,
): FieldsToAsk {
  // The day decides under which rules everything else is asked.
  const day = fields.filter(({ role }) => role === 'settled-on');
  const inOrder = [...day, ...fields.filter((field) => !day.includes(field))];
  const grouped = Map.groupBy(inOrder, (field) =>
    knowledge.held?.name === field.name ? knowledge.held.group : groupOf(field, answers, knowledge),
  );
  return {
    needed: grouped.get('needed') ?? [],
    offered: grouped.get('offered') ?? [],
    folded: grouped.get('folded') ?? [],
  };
}

function groupOf(
  field: FormField,
  answers: Answers,
  { isMissing, matters }: FieldKnowledge,
): FieldGroup | undefined {
  const { name } = field;
  if (field.role === 'whose') return 'needed';
  const asked = isMissing(name) || isAnswered(answers, name) || matters(name) === true;
  if (!asked) return field.used ? 'folded' : undefined;
  return field.default?.value === undefined ? 'needed' : 'offered';
}

/** True when something stands in the field. */
export function isAnswered(answers: Answers, name: string): boolean {
  const answer = answers[name];
  return answer !== undefined && answer !== '' && !(Array.isArray(answer) && answer.length === 0);
}
