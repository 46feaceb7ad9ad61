import { parseRational, printRate } from '@tiaoli/base';
import type { CalculatorForm, FormEntity, FormField } from './calculator-form.ts';
import type { Answer, Answers, Draft, DraftItem } from './draft.ts';
import { emptyDraft } from './draft.ts';
import { stateFields } from './state-fields.ts';

type Json = Readonly<Record<string, unknown>>;

/** A case in the form of `calc` as a draft, as if it had been typed; what the form has no field for is left out. */
export function draftOfCase(input: Json, form: CalculatorForm): Draft {
  const claims = records(recordsOf(input, form.claim)).map((record, at) => ({
    key: String(at + 1),
    answers: { ...idOf(record, at, form), ...answersOf(record, form.claim.fields) },
    children: Object.fromEntries(
      form.parts.flatMap((part) => {
        const given = recordsOf(record, part);
        return Array.isArray(given) ? [[part.key, itemsOf(given, part.fields)]] : [];
      }),
    ),
  }));
  return {
    above: Object.fromEntries(
      form.subjects.map((entity) => [
        entity.key,
        answersOf(asRecord(recordsOf(input, entity)), entity.fields),
      ]),
    ),
    claims: claims.length > 0 ? claims : emptyDraft.claims,
    state: answersOf(asRecord(input.state), stateFields(form)),
  };
}

/** Records stand under the key of their entity, or under its name. */
function recordsOf(record: Json, { key, name }: FormEntity): unknown {
  return record[key] ?? record[name];
}

/** The number of a claim where it is no mere counting. */
function idOf({ id }: Json, at: number, { claim }: CalculatorForm): Answers {
  const field = claim.fields.find(({ role }) => role === 'id');
  return field && typeof id === 'string' && id !== String(at + 1) ? { [field.name]: id } : {};
}

function itemsOf(value: unknown, fields: readonly FormField[]): readonly DraftItem[] {
  return records(value).map((record, at) => ({
    key: String(at + 1),
    answers: answersOf(record, fields),
  }));
}

function answersOf(record: Json, fields: readonly FormField[]): Answers {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answer = answerOf(field, record[field.name]);
      return answer === undefined ? [] : [[field.name, answer]];
    }),
  );
}

function answerOf({ type, optional }: FormField, value: unknown): Answer | undefined {
  if (value === null) return optional ? null : undefined;
  if (Array.isArray(value)) return type === 'set' ? value.map(String) : undefined;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const rate = type === 'rate' ? parseRational(value) : undefined;
  return rate ? printRate(rate).replace(/%$/, '') : value;
}

function records(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(asRecord) : [];
}

function asRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

/** False for a case with facts that the form has no place for, such as a value for each of several stretches of days. */
export function fitsForm(input: Json, form: CalculatorForm): boolean {
  const draft = draftOfCase(input, form);
  const claims = records(recordsOf(input, form.claim)).every((record, at) => {
    const made = draft.claims[at];
    const keys = form.parts.flatMap(({ key, name }) => [key, name]);
    const own = Object.keys(record).filter((key) => key !== 'id' && !keys.includes(key));
    const items = form.parts.flatMap((part) => records(recordsOf(record, part)));
    const madeItems = Object.values(made?.children ?? {}).flat();
    return (
      own.every((key) => made?.answers[key] !== undefined) &&
      items.every((item, index) => isWhole(item, madeItems[index]?.answers))
    );
  });
  const above = form.subjects.every((entity) =>
    isWhole(asRecord(recordsOf(input, entity)), draft.above[entity.key]),
  );
  return claims && above && isWhole(asRecord(input.state), draft.state);
}

function isWhole(record: Json, answers: Answers | undefined): boolean {
  return Object.keys(record).every((key) => answers?.[key] !== undefined);
}
