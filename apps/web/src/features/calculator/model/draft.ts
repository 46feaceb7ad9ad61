import { z } from 'zod';
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
  /** By the key of the entity: `items`. */
  readonly children: Readonly<Record<string, readonly DraftItem[]>>;
}

/** A case as it stands in the form, letter for letter. */
export interface Draft {
  /** By the key of the entity: `person`. */
  readonly above: Readonly<Record<string, Answers>>;
  readonly claims: readonly DraftClaim[];
  readonly state: Answers;
}

export const emptyDraft: Draft = {
  above: {},
  claims: [{ key: '1', answers: {}, children: {} }],
  state: {},
};

const answer = z.union([z.string(), z.array(z.string()), z.null()]);
const answers = z.record(z.string(), answer);
const item = z.strictObject({ key: z.string(), answers });
const draftShape = z.strictObject({
  above: z.record(z.string(), answers),
  claims: z
    .array(z.strictObject({ ...item.shape, children: z.record(z.string(), z.array(item)) }))
    .min(1),
  state: answers,
});

/** A draft that was kept as text; undefined when it is none of ours. */
export function readDraft(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    const read = draftShape.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Whether anything was typed at all. */
export function isBlank({ above, claims, state }: Draft): boolean {
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

/** Which record a field stands in. */
export type RecordPlace =
  | { readonly kind: 'above'; readonly entity: string }
  | { readonly kind: 'state' }
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
  if (place.kind === 'above') return `${place.entity}.${name}`;
  if (place.kind === 'state') return `state.${name}`;
  const at = draft.claims.findIndex(({ key }) => key === place.claim);
  const claim = `${form.claim.key}[${at}]`;
  if (place.kind === 'claim') return `${claim}.${name}`;
  const items = draft.claims[at]?.children[place.entity] ?? [];
  const position = items.findIndex(({ key }) => key === place.item);
  return `${claim}.${place.entity}[${position}].${name}`;
}
