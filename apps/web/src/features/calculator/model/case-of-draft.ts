import type { CalculatorForm, FormEntity, FormField } from './calculator-form.ts';
import type { Answer, Answers, Draft, DraftClaim } from './draft.ts';
import { listOf } from './draft.ts';
import type { Wrong } from './read-typed.ts';
import { readTyped } from './read-typed.ts';
import { stateFields } from './state-fields.ts';

export type CaseValue = string | boolean | null | readonly string[];
export type CaseRecord = Readonly<Record<string, CaseValue | readonly CaseObject[]>>;
export type CaseObject = Readonly<Record<string, CaseValue>>;

/** A case in the form that `tiaoli calc` takes. */
export interface CaseJson {
  readonly [key: string]: CaseRecord | readonly CaseRecord[];
}

/** What was typed and could not be read, at its path in the case. */
export interface WrongField {
  readonly path: string;
  readonly why: Wrong;
}

/**
 * The case that a draft means, and what in it could not be read: that is left out.
 *
 * Claims go by their keys, so that a result is found again; `asTyped` leaves out what was not typed.
 */
export function caseOfDraft(
  draft: Draft,
  form: CalculatorForm,
  { asTyped = false }: { readonly asTyped?: boolean } = {},
): { readonly case: CaseJson; readonly wrong: readonly WrongField[] } {
  const wrong: WrongField[] = [];
  const read = (answers: Answers, fields: readonly FormField[], path: string): CaseObject =>
    readAnswers(answers, fields, path, wrong);
  const above = form.subjects.flatMap((entity) => {
    const record = subjectOf(entity, draft, form, read);
    return Object.keys(record).length > 0 ? [[entity.key, record] as const] : [];
  });
  const claims = draft.claims.map((claim, at) => {
    const path = `${form.claim.key}[${at}]`;
    const own = read(claim.answers, form.claim.fields, path);
    return {
      ...(!asTyped && { id: claim.key }),
      ...own,
      ...(claim.voided && { void: true }),
      ...childrenOf(claim, form.parts, path, read),
    };
  });
  const state = read(draft.state, stateFields(form, draft), 'state');
  return {
    case: {
      ...Object.fromEntries(above),
      [form.claim.key]: claims,
      ...(Object.keys(state).length > 0 && { state }),
    },
    wrong,
  };
}

type Read = (answers: Answers, fields: readonly FormField[], path: string) => CaseObject;

/** What is above the claims: one record with its lists, which are empty where nothing was given; of several people a list. */
function subjectOf(
  { key, fields }: FormEntity,
  draft: Draft,
  { lists }: CalculatorForm,
  read: Read,
): CaseRecord | readonly CaseRecord[] {
  const others = listOf(draft, key);
  const own = lists.filter(({ within }) => within === key);
  const first = {
    ...read(draft.above[key] ?? {}, fields, others.length > 0 ? `${key}[0]` : key),
    ...Object.fromEntries(
      own.map((list) => [
        list.key,
        listOf(draft, list.key).map((item, at) =>
          read(item.answers, list.fields, `${key}.${list.key}[${at}]`),
        ),
      ]),
    ),
  };
  if (others.length === 0) return first;
  return [first, ...others.map(({ answers }, at) => read(answers, fields, `${key}[${at + 1}]`))];
}

function childrenOf(
  { children }: DraftClaim,
  below: readonly FormEntity[],
  path: string,
  read: Read,
): Readonly<Record<string, readonly CaseObject[]>> {
  return Object.fromEntries(
    below.flatMap(({ key, fields }) => {
      const items = children[key];
      if (!items) return [];
      return [[key, items.map((item, at) => read(item.answers, fields, `${path}.${key}[${at}]`))]];
    }),
  );
}

function readAnswers(
  answers: Answers,
  fields: readonly FormField[],
  path: string,
  wrong: WrongField[],
): CaseObject {
  const entries = fields.flatMap((field): readonly (readonly [string, CaseValue])[] => {
    const answer = answers[field.name];
    if (answer === undefined) return [];
    const read = readAnswer(field, answer);
    if (read.kind === 'wrong') wrong.push({ path: `${path}.${field.name}`, why: read.why });
    if (read.kind !== 'value') return [];
    return [[field.role === 'id' ? 'id' : field.name, read.value]];
  });
  return Object.fromEntries(entries);
}

/** One answer in its JSON form. */
function readAnswer(
  field: FormField,
  answer: Answer,
):
  | { readonly kind: 'value'; readonly value: CaseValue }
  | { readonly kind: 'wrong'; readonly why: Wrong }
  | { readonly kind: 'empty' } {
  if (answer === null) return { kind: 'value', value: null };
  if (field.type === 'set') {
    const members = Array.isArray(answer) ? answer : [];
    if (members.length > (field.atMost ?? Number.POSITIVE_INFINITY)) {
      return { kind: 'wrong', why: 'too-many' };
    }
    return members.length === 0 ? { kind: 'empty' } : { kind: 'value', value: members };
  }
  if (typeof answer !== 'string') return { kind: 'empty' };
  if (field.type === 'boolean') {
    return answer === '' ? { kind: 'empty' } : { kind: 'value', value: answer === 'true' };
  }
  const typed = readTyped(field, answer);
  return typed.kind === 'value' ? { kind: 'value', value: typed.text } : typed;
}
