import type { Rational } from '@tiaoli/base';
import { compare, multiply, parseRational, rational, subtract, yuanOfFen } from '@tiaoli/base';
import type { Decimal, Flag, GroupRow, ReformResult } from '../result/simulation-result.ts';

/** Whom a reader must not overlook: groups by what people are, not by where they were treated. */
const watched = ['category', 'income'] as const;

/** Of a group that bears more altogether, so many must bear more each: 1 in 20. */
const LEAST_SHARE = rational(1n, 20n);

/** Groups of which many lose, cities that spend more than they have, the person who loses most. */
export function flagsOf({ groups, cities, cases }: ReformResult): readonly Flag[] {
  const rows = groups.filter(({ by }) => watched.some((each) => each === by));
  const losing = rows.flatMap((table) => table.rows.flatMap(groupFlag));
  const deficits = cities.flatMap(({ city, balance }): readonly Flag[] => {
    const left = balance?.before.reform.value;
    if (left === undefined || compare(numberOf(left), rational(0n)) >= 0) return [];
    return [{ kind: 'city-deficit', name: city, amount: left }];
  });
  const first = cases.find(({ kind }) => kind === 'loss');
  const most = first && {
    kind: 'person-loses-most' as const,
    name: first.name,
    amount: difference(first.reform, first.baseline),
  };
  return [...losing, ...deficits, ...(most ? [most] : [])];
}

function groupFlag(row: GroupRow): readonly Flag[] {
  if (row.kind === 'suppressed') return [];
  const { name, persons, person, worse } = row;
  const share = multiply(numberOf(persons.value), LEAST_SHARE);
  const isMany = compare(numberOf(worse.value), share) >= 0;
  const loses = compare(numberOf(person.change.value), rational(0n)) > 0;
  if (!isMany || !loses) return [];
  return [{ kind: 'group-loses', name, amount: person.change.value }];
}

function numberOf(text: Decimal): Rational {
  return parseRational(text) ?? rational(0n);
}

function difference(left: Decimal, right: Decimal): Decimal {
  return yuanOfFen(multiply(subtract(numberOf(left), numberOf(right)), rational(100n)));
}
