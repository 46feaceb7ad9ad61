import type { Fraction } from './fraction.ts';
import { isSame, least, minus, nothing, positive, sum } from './fraction.ts';
import type { ClaimFacts, Facts, ForEachModel } from './model.ts';
import { undetermined } from './model.ts';
import type { ReferenceState } from './state.ts';
import { valueAt } from './state.ts';

/** What was taken from the stock of one person. */
export interface Draw {
  readonly rank: number;
  readonly holder: string;
  readonly drawn: Fraction;
}

/** Draws an amount from the stocks of a list; the sum may be less than what was wanted. */
export type DrawFrom = (wanted: Fraction) => {
  readonly paid: Fraction;
  readonly draws: readonly Draw[];
};

/**
 * 逐个: the records in the order of their rank, each pays what those before it left. Undetermined where a record that is
 * needed is not the only one of its rank, is the patient's own, or names somebody a second time.
 */
export function drawerOf(
  forEach: ForEachModel,
  state: ReferenceState,
  { facts, records }: ClaimFacts,
): DrawFrom {
  const counted = records.filter((each) => !forEach.allowed || each.get('允许') === true);
  return (wanted) => {
    const draws: Draw[] = [];
    const seen = new Set([String(facts.get('成员'))]);
    let left = wanted;
    for (let rank = 1; rank <= forEach.ranks; rank += 1) {
      const [record, second] = counted.filter((each) => each.get('次序') === BigInt(rank));
      if (isSame(left, nothing) || !record) continue;
      const holder = String(record.get('出资人'));
      if (second || seen.has(holder)) throw undetermined;
      seen.add(holder);
      const drawn = least(left, ...limitsOf(forEach, record, holder, state));
      draws.push({ rank, holder, drawn });
      left = minus(left, drawn);
    }
    return { paid: sum(draws.map(({ drawn }) => drawn)), draws };
  };
}

function limitsOf(
  { stock, capped }: ForEachModel,
  record: Facts,
  holder: string,
  state: ReferenceState,
): readonly Fraction[] {
  const held = valueAt(state, { name: stock, keys: holder, instance: 'ever' }) ?? nothing;
  const cap = record.get('单限');
  const caps = capped && typeof cap === 'bigint' ? [{ top: cap, bottom: 1n }] : [];
  return [positive(held), ...caps];
}

/** Of each rank what its record paid; undefined without one, `'undetermined'` where there are two. */
export function paidByRank(
  { ranks, allowed }: ForEachModel,
  { records }: ClaimFacts,
  draws: readonly Draw[],
): readonly (Fraction | 'undetermined' | undefined)[] {
  const counted = records.filter((each) => !allowed || each.get('允许') === true);
  return Array.from({ length: ranks }, (_, at) => {
    const [record, second] = counted.filter((each) => each.get('次序') === BigInt(at + 1));
    if (second) return 'undetermined';
    return record && (draws.find(({ rank }) => rank === at + 1)?.drawn ?? nothing);
  });
}
