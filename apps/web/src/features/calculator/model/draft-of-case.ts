import { parseRational, printRate } from '@tiaoli/base';
import type { CalculatorForm, FormEntity, FormField } from './calculator-form.ts';
import type { Answer, Answers, Draft, DraftItem } from './draft.ts';
import { emptyDraft, listOf } from './draft.ts';
import { nameIn, peopleOf } from './people.ts';
import { stateFields } from './state-fields.ts';

type Json = Readonly<Record<string, unknown>>;

/** A case in the form of `calc` as a draft, as if it had been typed; what the form has no field for is left out. */
export function draftOfCase(input: Json, form: CalculatorForm): Draft {
  const claims = records(recordsOf(input, form.claim)).map((record, at) => ({
    key: String(at + 1),
    answers: { ...idOf(record, at, form), ...answersOf(record, form.claim.fields) },
    ...(isVoided(record) && { voided: true }),
    children: Object.fromEntries(
      form.parts.flatMap((part) => {
        const given = recordsOf(record, part);
        return Array.isArray(given) ? [[part.key, itemsOf(given, part.fields)]] : [];
      }),
    ),
  }));
  const stateless: Draft = {
    above: Object.fromEntries(
      form.subjects.map((entity) => [
        entity.key,
        answersOf(subjectsIn(input, entity)[0] ?? {}, entity.fields),
      ]),
    ),
    lists: Object.fromEntries(listsIn(input, form)),
    claims: claims.length > 0 ? claims : emptyDraft.claims,
    state: {},
  };
  const state = stateByPerson(asRecord(input.state), stateless, form);
  // A value for somebody whom nothing else names is a field too.
  const named = { ...stateless, state: state as Draft['state'] };
  return { ...stateless, state: answersOf(state, stateFields(form, named)) };
}

/** One record as an object, several people as a list. */
function subjectsIn(input: Json, entity: FormEntity): readonly Json[] {
  const given = recordsOf(input, entity);
  return Array.isArray(given) ? records(given) : [asRecord(given)];
}

function listsIn(
  input: Json,
  form: CalculatorForm,
): readonly (readonly [string, readonly DraftItem[]])[] {
  const others = form.subjects.flatMap((entity) => {
    const more = subjectsIn(input, entity).slice(1);
    return more.length > 0 ? [[entity.key, itemsOf(more, entity.fields)] as const] : [];
  });
  const lists = form.lists.flatMap((list) => {
    const parent = form.subjects.find(({ key }) => key === list.within);
    const items = itemsOf(
      parent && recordsOf(subjectsIn(input, parent)[0] ?? {}, list),
      list.fields,
    );
    return items.length > 0 ? [[list.key, items] as const] : [];
  });
  return [...others, ...lists];
}

/** What each person has under his name; a value without one is that of the person of the first claim. */
function stateByPerson(state: Json, draft: Draft, form: CalculatorForm): Json {
  const people = peopleOf(form);
  if (!people) return state;
  const [first] = draft.claims;
  const said = first?.answers[people.whose.name];
  const answers = said === undefined ? (draft.above[people.entity.key] ?? {}) : first?.answers;
  const name = nameIn(answers ?? {}, people);
  const own = new Set(form.accumulators.flatMap((each) => (each.byPerson ? [each.name] : [])));
  return Object.fromEntries(
    Object.entries(state).map(([key, value]) => [own.has(key) ? `${key}[${name}]` : key, value]),
  );
}

function isVoided(record: Json): boolean {
  return record.void === true || record.作废 === true;
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
    const keys = ['id', 'void', ...form.parts.flatMap(({ key, name }) => [key, name])];
    const items = form.parts.flatMap((part) => records(recordsOf(record, part)));
    const madeItems = Object.values(made?.children ?? {}).flat();
    return isWhole(record, made?.answers, keys) && areWhole(items, madeItems);
  });
  const above = form.subjects.every((entity) => {
    const lists = form.lists.filter(({ within }) => within === entity.key);
    const keys = lists.flatMap(({ key, name }) => [key, name]);
    const [first = {}, ...others] = subjectsIn(input, entity);
    return (
      isWhole(first, draft.above[entity.key], keys) &&
      areWhole(others, listOf(draft, entity.key)) &&
      lists.every((list) => areWhole(records(recordsOf(first, list)), listOf(draft, list.key)))
    );
  });
  const state = stateByPerson(asRecord(input.state), draft, form);
  return claims && above && isWhole(state, draft.state);
}

function areWhole(given: readonly Json[], made: readonly DraftItem[]): boolean {
  return given.every((each, at) => isWhole(each, made[at]?.answers));
}

function isWhole(
  record: Json,
  answers: Answers | undefined,
  beside: readonly string[] = [],
): boolean {
  return Object.keys(record).every((key) => beside.includes(key) || answers?.[key] !== undefined);
}
