import { assertNever } from '@tiaoli/base';
import type { Answer, Answers, Draft, DraftClaim, DraftItem, RecordPlace } from './draft.ts';
import { emptyDraft, listOf } from './draft.ts';
import { readTyped } from './read-typed.ts';

/** Everything that can be done to a draft. An answer of undefined takes the field back. */
export type DraftChange =
  | {
      readonly kind: 'answer';
      readonly place: RecordPlace;
      readonly name: string;
      readonly answer: Answer | undefined;
    }
  | { readonly kind: 'add-claim' }
  | { readonly kind: 'copy-claim'; readonly claim: string }
  | { readonly kind: 'remove-claim'; readonly claim: string }
  | { readonly kind: 'void-claim'; readonly claim: string; readonly voided: boolean }
  | { readonly kind: 'add-listed'; readonly entity: string }
  | { readonly kind: 'remove-listed'; readonly entity: string; readonly item: string }
  | { readonly kind: 'order-claims'; readonly date: string }
  | { readonly kind: 'add-item'; readonly claim: string; readonly entity: string }
  | {
      readonly kind: 'remove-item';
      readonly claim: string;
      readonly entity: string;
      readonly item: string;
    }
  | { readonly kind: 'replace'; readonly draft: Draft };

/** The draft after one change; always with one claim at least. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.kind) {
    case 'answer':
      return answerField(draft, change.place, (answers) =>
        withAnswer(answers, change.name, change.answer),
      );
    case 'add-claim':
      return { ...draft, claims: [...draft.claims, newClaim(draft.claims)] };
    case 'copy-claim':
      return copyClaim(draft, change.claim);
    case 'remove-claim':
      return withClaims(
        draft,
        draft.claims.filter(({ key }) => key !== change.claim),
      );
    case 'void-claim':
      return changeClaim(draft, change.claim, ({ voided: _, ...claim }) =>
        change.voided ? { ...claim, voided: true } : claim,
      );
    case 'add-listed':
      return changeList(draft, change.entity, (items) => [
        ...items,
        { key: nextKey(items), answers: {} },
      ]);
    case 'remove-listed':
      return changeList(draft, change.entity, (items) =>
        items.filter(({ key }) => key !== change.item),
      );
    case 'order-claims':
      return withClaims(draft, inOrderOf(draft.claims, change.date));
    case 'add-item':
      return changeItems(draft, change, (items) => [
        ...items,
        { key: nextKey(items), answers: {} },
      ]);
    case 'remove-item':
      return withoutEmpty(
        changeItems(draft, change, (items) => items.filter(({ key }) => key !== change.item)),
        change,
      );
    case 'replace':
      return change.draft;
    default:
      return assertNever(change);
  }
}

function answerField(
  draft: Draft,
  place: RecordPlace,
  change: (answers: Answers) => Answers,
): Draft {
  if (place.kind === 'state') return { ...draft, state: change(draft.state) };
  if (place.kind === 'above') {
    const answers = change(draft.above[place.entity] ?? {});
    return { ...draft, above: { ...draft.above, [place.entity]: answers } };
  }
  if (place.kind === 'listed') {
    return changeList(draft, place.entity, (items) => withItem(items, place.item, change));
  }
  if (place.kind === 'item') {
    return changeItems(draft, place, (items) => withItem(items, place.item, change));
  }
  return changeClaim(draft, place.claim, (claim) => ({ ...claim, answers: change(claim.answers) }));
}

function withItem(
  items: readonly DraftItem[],
  key: string,
  change: (answers: Answers) => Answers,
): readonly DraftItem[] {
  return items.map((item) =>
    item.key === key ? { ...item, answers: change(item.answers) } : item,
  );
}

function changeList(
  draft: Draft,
  entity: string,
  change: (items: readonly DraftItem[]) => readonly DraftItem[],
): Draft {
  return { ...draft, lists: { ...draft.lists, [entity]: change(listOf(draft, entity)) } };
}

function withAnswer(answers: Answers, name: string, answer: Answer | undefined): Answers {
  if (answer !== undefined) return { ...answers, [name]: answer };
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== name));
}

function changeClaim(draft: Draft, key: string, change: (claim: DraftClaim) => DraftClaim): Draft {
  return {
    ...draft,
    claims: draft.claims.map((claim) => (claim.key === key ? change(claim) : claim)),
  };
}

function changeItems(
  draft: Draft,
  { claim: key, entity }: { readonly claim: string; readonly entity: string },
  change: (items: readonly DraftItem[]) => readonly DraftItem[],
): Draft {
  return changeClaim(draft, key, (claim) => ({
    ...claim,
    children: { ...claim.children, [entity]: change(claim.children[entity] ?? []) },
  }));
}

/** A list without anything in it says that there are none; one that was emptied says nothing. */
function withoutEmpty(
  draft: Draft,
  { claim: key, entity }: { readonly claim: string; readonly entity: string },
): Draft {
  return changeClaim(draft, key, (claim) => ({
    ...claim,
    children: Object.fromEntries(
      Object.entries(claim.children).filter(([name, items]) => name !== entity || items.length > 0),
    ),
  }));
}

/** A copy stands behind its model, with everything that was typed there. */
function copyClaim(draft: Draft, key: string): Draft {
  const at = draft.claims.findIndex((claim) => claim.key === key);
  const model = draft.claims[at];
  if (!model) return draft;
  const copy = { ...model, key: nextKey(draft.claims) };
  return { ...draft, claims: draft.claims.toSpliced(at + 1, 0, copy) };
}

function withClaims(draft: Draft, claims: readonly DraftClaim[]): Draft {
  return { ...draft, claims: claims.length > 0 ? claims : emptyDraft.claims };
}

/** By day of settlement; those without one stay behind the others, in the order in which they stand. */
function inOrderOf(claims: readonly DraftClaim[], date: string): readonly DraftClaim[] {
  const day = ({ answers }: DraftClaim): string => {
    const typed = answers[date];
    const read = typeof typed === 'string' ? readTyped({ type: 'date' }, typed) : undefined;
    return read?.kind === 'value' ? read.text : '9999';
  };
  return claims.toSorted((left, right) => {
    const [first, second] = [day(left), day(right)];
    return first < second ? -1 : Number(first > second);
  });
}

function newClaim(claims: readonly DraftClaim[]): DraftClaim {
  return { key: nextKey(claims), answers: {}, children: {} };
}

function nextKey(items: readonly DraftItem[]): string {
  return String(Math.max(0, ...items.map(({ key }) => Number(key) || 0)) + 1);
}
