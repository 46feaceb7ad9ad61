import type { CalculatorForm } from './calculator-form.ts';

/** What was typed for one field; a set is its members, null says 无. */
export type Answer = string | readonly string[] | null;

/** By the name of the field. */
export type Answers = Readonly<Record<string, Answer>>;

/** A record below a claim, with a key that stays its own while others come and go. */
export interface DraftItem {
  readonly key: string;
  readonly answers: Answers;
}

export interface DraftClaim extends DraftItem {
  /** 作废: settled once, it does not count any more. */
  readonly voided?: boolean;
  /** By the key of the entity: `items`. */
  readonly children: Readonly<Record<string, readonly DraftItem[]>>;
}

/** A case as it stands in the form, letter for letter. */
export interface Draft {
  /** By the key of the entity: `person`. */
  readonly above: Readonly<Record<string, Answers>>;
  /** By the key of the entity: the people of the household beside the first, and the lists above the claim. */
  readonly lists?: Readonly<Record<string, readonly DraftItem[]>>;
  readonly claims: readonly DraftClaim[];
  readonly state: Answers;
}

/** The records of a list above the claim; of `person` those beside the first. */
export function listOf({ lists }: Pick<Draft, 'lists'>, entity: string): readonly DraftItem[] {
  return lists?.[entity] ?? [];
}

export const emptyDraft: Draft = {
  above: {},
  claims: [{ key: '1', answers: {}, children: {} }],
  state: {},
};

/** A draft that was kept as text; undefined when it is none of ours. */
export function readDraft(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return isDraft(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

// A library that checks shapes would look for eval, which the content policy of the page reports.
function isDraft(value: unknown): value is Draft {
  if (!isRecord(value)) return false;
  const { above, claims, lists, state } = value;
  return (
    isRecord(above) &&
    (lists === undefined || isChildren(lists)) &&
    Object.values(above).every(isAnswers) &&
    isAnswers(state) &&
    Array.isArray(claims) &&
    claims.length > 0 &&
    claims.every((claim) => isItem(claim) && isChildren(claim.children))
  );
}

function isChildren(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.values(value).every((items) => Array.isArray(items) && items.every(isItem))
  );
}

function isItem(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && typeof value.key === 'string' && isAnswers(value.answers);
}

function isAnswers(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(isAnswer);
}

function isAnswer(value: unknown): boolean {
  const isText = (each: unknown): boolean => typeof each === 'string';
  return value === null || isText(value) || (Array.isArray(value) && value.every(isText));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether anything was typed at all. */
export function isBlank({ above, lists = {}, claims, state }: Draft): boolean {
  if (Object.values(lists).some((items) => items.length > 0)) return false;
  const records = [
    ...Object.values(above),
    state,
    ...claims.map((claim) => claim.answers),
    ...claims.flatMap(({ children }) =>
      Object.values(children)
        .flat()
        .map((each) => each.answers),
    ),
  ];
  return records.every((record) => Object.keys(record).length === 0);
}

/** What a claim goes by in the case and in its result: its number where one was typed, else its key. */
export function claimId({ key, answers }: DraftClaim, { claim }: CalculatorForm): string {
  const typed = answers[claim.fields.find(({ role }) => role === 'id')?.name ?? ''];
  return typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : key;
}

/** Which record a field stands in. */
export type RecordPlace =
  | { readonly kind: 'above'; readonly entity: string }
  | { readonly kind: 'state' }
  | { readonly kind: 'listed'; readonly entity: string; readonly item: string }
  | { readonly kind: 'claim'; readonly claim: string }
  | {
      readonly kind: 'item';
      readonly claim: string;
      readonly entity: string;
      readonly item: string;
    };

/** The path of a field in the JSON of the case: `claims[0].items[1].金额`. */
export function pathOf(
  place: RecordPlace,
  name: string,
  draft: Draft,
  form: CalculatorForm,
): string {
  if (place.kind === 'above') {
    const isOneOfSeveral = listOf(draft, place.entity).length > 0;
    return `${place.entity}${isOneOfSeveral ? '[0]' : ''}.${name}`;
  }
  if (place.kind === 'listed') return `${listedPath(place, draft, form)}.${name}`;
  if (place.kind === 'state') return `state.${name}`;
  const at = draft.claims.findIndex(({ key }) => key === place.claim);
  const claim = `${form.claim.key}[${at}]`;
  if (place.kind === 'claim') return `${claim}.${name}`;
  const items = draft.claims[at]?.children[place.entity] ?? [];
  const position = items.findIndex(({ key }) => key === place.item);
  return `${claim}.${place.entity}[${position}].${name}`;
}

function listedPath(
  { entity, item }: Extract<RecordPlace, { kind: 'listed' }>,
  draft: Draft,
  { lists }: CalculatorForm,
): string {
  const at = listOf(draft, entity).findIndex(({ key }) => key === item);
  const list = lists.find(({ key }) => key === entity);
  return list ? `${list.within}.${entity}[${at}]` : `${entity}[${at + 1}]`;
}
