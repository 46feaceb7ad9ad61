import type { History } from '../records/policy-store.ts';
import type { StoredVersion } from '../records/records.ts';

/**
 * The version of a document that is in force on a day, as it was known at a moment.
 *
 * Of what was published or recorded by then, the one with the last effective day that has come decides, and of several from
 * one day the one recorded last: so a version that is published later for an earlier day does not undo what holds from a later
 * day on. A repeal decides in the same way, and leaves nothing in force.
 *
 * @param on     `YYYY-MM-DD`
 * @param known  what was recorded after this moment is not looked at; all of it, where it is absent
 */
export function inForce(history: History, on: string, known?: Date): StoredVersion | undefined {
  const versions = history.versions.map((version) => ({
    number: version.number,
    from: version.effectiveFrom,
    at: version.publishedAt,
    version,
  }));
  const repeals = history.repeals.map(({ number, from, recordedAt }) => ({
    number,
    from,
    at: recordedAt,
    version: undefined,
  }));
  const deciding = [...versions, ...repeals]
    .filter(({ from, at }) => from <= on && (known === undefined || at <= known))
    .sort((left, right) => byDay(left.from, right.from) || left.number - right.number);
  return deciding.at(-1)?.version;
}

function byDay(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
