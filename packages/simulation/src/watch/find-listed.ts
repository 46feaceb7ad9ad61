import type { BulkCalculator } from '@tiaoli/compiler';
import type { ClaimSource } from '../run/claim-source.ts';
import type { LoadedRules } from '../run/settle-bucket.ts';
import { settleBucket } from '../run/settle-bucket.ts';
import { eachClaim } from '../run/settle-exactly.ts';
import { withChecks } from './checked-claims.ts';
import type { WatchSide } from './watch-plan.ts';

/** By row of the persons, 1 for those whom it holds of. */
export interface ListedPeople {
  /** Some check of the year lists them. */
  readonly listed: Uint8Array;
  /** The list cannot be told of them. */
  readonly undecided: Uint8Array;
}

/** Whom a list takes in over a year, as one scenario settled their claims. */
export function findListed(
  side: WatchSide,
  calculator: BulkCalculator,
  source: ClaimSource,
  {
    days,
    facts,
  }: { readonly days: readonly number[]; readonly facts: ReadonlyMap<string, Float64Array> },
): ListedPeople {
  const { rules, checked, listed: result } = side;
  const events = withChecks(source, { days, checked, facts });
  const loaded: LoadedRules = { calculator, sources: rules.sources, essential: rules.essential };
  const isListing = new Uint8Array(events.rows.length);
  const { lost } = settleBucket(loaded, events, (module, { firstRow, lastRow }) =>
    readTruths(module, result, isListing.subarray(firstRow, lastRow)),
  );
  const listed = new Uint8Array(source.persons.count);
  const undecided = new Uint8Array(source.persons.count);
  for (const [person, row] of events.people.entries()) {
    const own = isListing.subarray(events.firsts[person], events.firsts[person + 1]);
    if (own.includes(1)) listed[row] = 1;
  }
  for (const person of lost) {
    const row = events.people[person] ?? 0;
    let isListed = false;
    const reason = eachClaim(rules, events, person, (outcomes) => {
      const outcome = outcomes.get(result);
      isListed ||= outcome?.status === 'value' && outcome.value === true;
    });
    undecided[row] = reason === undefined ? 0 : 1;
    listed[row] = reason === undefined && isListed ? 1 : 0;
  }
  return { listed, undecided };
}

/** Which events of the last call came to true. */
function readTruths(
  { layout, memory }: BulkCalculator,
  definition: string,
  into: Uint8Array,
): void {
  const place = layout.results.find((each) => each.definition === definition);
  if (place?.value.bytes !== 1) throw new Error(`${definition} is no truth`);
  const values = new Uint8Array(memory.buffer, place.value.offset, into.length);
  const statuses = place.status && new Int16Array(memory.buffer, place.status.offset, into.length);
  for (let row = 0; row < into.length; row += 1) {
    into[row] = (statuses?.[row] ?? 0) === 0 && values[row] === 1 ? 1 : 0;
  }
}
