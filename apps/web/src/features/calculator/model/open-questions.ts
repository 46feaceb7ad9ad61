import type { CalculatorForm } from './calculator-form.ts';
import type { Draft } from './draft.ts';
import { isAnswered } from './fields-to-ask.ts';
import type { SettledJson } from './settled-json.ts';

/** A question at the field where it is answered. */
export interface OpenQuestion {
  readonly path: string;
  readonly question: string;
}

/**
 * What is still asked for, in the order in which it is needed.
 *
 * What a record below a claim lacks is said of the claim; it is asked in each of those records that have no answer.
 */
export function openQuestions(
  { missing }: SettledJson,
  draft: Draft,
  form: CalculatorForm,
): readonly OpenQuestion[] {
  return missing.flatMap(({ path, field, question }) => {
    const at = draft.claims.findIndex(
      (_, index) => path === `${form.claim.key}[${index}].${field}`,
    );
    const isOwn = form.claim.fields.some(({ name }) => name === field);
    const part = form.parts.find(({ fields }) => fields.some(({ name }) => name === field));
    if (at < 0 || isOwn || !part) return [{ path, question }];
    const items = draft.claims[at]?.children[part.key] ?? [];
    const lacking = items.flatMap(({ answers }, position) =>
      isAnswered(answers, field)
        ? []
        : [{ path: `${form.claim.key}[${at}].${part.key}[${position}].${field}`, question }],
    );
    return lacking.length > 0 ? lacking : [{ path, question }];
  });
}
