import type { CalculatorForm, FormEntity } from './calculator-form.ts';
import type { Draft, DraftItem } from './draft.ts';
import { listOf } from './draft.ts';
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
 * What a record of a list lacks is said of the claim; it is asked in each of those records that have no answer.
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
    const hasField = ({ fields }: FormEntity): boolean => fields.some(({ name }) => name === field);
    const part = form.parts.find(hasField);
    const list = form.lists.find(hasField);
    if (at < 0 || isOwn || !(part ?? list)) return [{ path, question }];
    const lacking = [
      ...(part ? lackingIn(draft.claims[at]?.children[part.key] ?? [], field) : []).map(
        (position) => `${form.claim.key}[${at}].${part?.key}[${position}].${field}`,
      ),
      ...(list ? lackingIn(listOf(draft, list.key), field) : []).map(
        (position) => `${list?.within}.${list?.key}[${position}].${field}`,
      ),
    ];
    return lacking.length > 0
      ? lacking.map((each) => ({ path: each, question }))
      : [{ path, question }];
  });
}

/** Positions of the records without an answer. */
function lackingIn(items: readonly DraftItem[], field: string): readonly number[] {
  return items.flatMap(({ answers }, at) => (isAnswered(answers, field) ? [] : [at]));
}
