import { columnOf } from '../run/claim-source.ts';
import { addProduct } from '../run/exact-sums.ts';
import type { Ledger } from '../run/ledger.ts';
import { RANDOM_GROUPS } from '../run/ledger.ts';
import type { TalliedBucket } from '../run/tally-bucket.ts';
import { randomGroup } from '../run/tally-bucket.ts';
import type { ListedPeople } from './find-listed.ts';
import { watchFigure, watchFigures } from './watch-figures.ts';

/** Adds whom a list takes in under each scenario, the baseline first. */
export function tallyList(
  { watch }: Ledger,
  list: number,
  sides: readonly ListedPeople[],
  { claims: { persons }, counted }: TalliedBucket,
): void {
  const figures = watchFigures(sides.length);
  const [weights, households, categories] = ['weight', 'hid', 'category'].map((name) =>
    columnOf(persons, name),
  );
  for (let person = 0; person < persons.count; person += 1) {
    if (counted[person] !== 1) continue;
    if (!sides.some(({ listed, undecided }) => listed[person] === 1 || undecided[person] === 1)) {
      continue;
    }
    const weight = weights?.[person] ?? 0;
    const group = randomGroup(households?.[person] ?? 0);
    const add = (figure: number, amount: number): void => {
      for (const row of [0, 1 + (categories?.[person] ?? 0)]) {
        const place = watchFigure(sides.length, { list, row, figure });
        addProduct(watch, place * RANDOM_GROUPS + group, amount, 1);
      }
    };
    const wasListed = sides[0]?.listed[person] === 1;
    for (const [s, { listed, undecided }] of sides.entries()) {
      if (undecided[person] === 1) add(figures.undecided(s), 1);
      const isListed = listed[person] === 1;
      if (isListed) {
        add(figures.persons(s), 1);
        add(figures.people(s), weight);
      }
      if (s === 0 || isListed === wasListed) continue;
      add(isListed ? figures.newlyPersons(s) : figures.clearedPersons(s), 1);
      add(isListed ? figures.newly(s) : figures.cleared(s), weight);
    }
  }
}
