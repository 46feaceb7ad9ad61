import { partKey, valueKey } from './part-key.ts';
import type { Item, RenameProposal } from './structure.ts';

/** Less in common is chance: of all facts, and in number. */
const LEAST_LIKENESS = 0.6;
const LEAST_SHARED = 2;

/** What may have been renamed: of one kind, and alike in their facts or their English name. The likeliest first. */
export function proposeRenames(
  removed: readonly Item[],
  added: readonly Item[],
): readonly RenameProposal[] {
  const open = new Set(added);
  return removed.flatMap((old) => {
    const found = [...open]
      .filter(({ subject }) => subject.kind === old.subject.kind)
      .flatMap((now) => proposalOf(old, now))
      .toSorted((left, right) => right.likeness - left.likeness)[0];
    if (!found) return [];
    open.delete(found.item);
    return [found.proposal];
  });
}

interface Candidate {
  readonly item: Item;
  readonly likeness: number;
  readonly proposal: RenameProposal;
}

function proposalOf(old: Item, now: Item): readonly Candidate[] {
  const [left, right] = [factTexts(old), factTexts(now)];
  const shared = [...right].filter((text) => left.has(text)).length;
  const of = left.size + right.size - shared;
  const hasAlias = aliasOf(old) !== undefined && aliasOf(old) === aliasOf(now);
  const likeness = of === 0 ? 0 : shared / of;
  const isLike = likeness >= LEAST_LIKENESS && shared >= LEAST_SHARED;
  if (!(hasAlias || isLike)) return [];
  const reason = hasAlias ? 'same-alias' : likeness === 1 ? 'same-facts' : 'similar-facts';
  const { kind, name, document } = old.subject;
  const proposal: RenameProposal = {
    ...{ kind, before: name, after: now.subject.name, reason, shared, of },
    ...(document !== undefined && { document }),
  };
  return [{ item: now, likeness: hasAlias ? 2 : likeness, proposal }];
}

function factTexts({ facts }: Item): ReadonlySet<string> {
  const telling = facts.filter(({ part }) => part.field !== 'provenance');
  return new Set(telling.map(({ part, value }) => `${partKey(part)} ${valueKey(value)}`));
}

function aliasOf({ facts }: Item): string | undefined {
  const found = facts.find(({ part }) => part.field === 'alias' && part.steps.length === 0);
  return found?.value.kind === 'text' ? found.value.value : undefined;
}
