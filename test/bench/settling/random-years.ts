import type { RandomSource } from '../../conformance/random-source.ts';
import { randomSource } from '../../conformance/random-source.ts';
import type { Claim } from './hand-written.ts';

/** Claims of one person, by date. */
export type PersonYears = readonly Claim[];

/** 2023-01-01; every policy here is in force from then on. */
const firstDay = 19_358;

/** People with claims of two years, often near the edges of brackets, deductibles and caps. */
export function randomYears(seed: number, people: number, claims: number): readonly PersonYears[] {
  const random = randomSource(seed);
  return Array.from({ length: people }, () => {
    const categories = randomCategories(random);
    return Array.from({ length: claims }, (_, index) => {
      const day = firstDay + Math.floor((index * 700) / claims) + random.below(20);
      return randomClaim(random, day, categories);
    });
  });
}

/** Bits: 普通 mostly; one or two of the other categories for four in ten. */
function randomCategories(random: RandomSource): number {
  if (random.chance(60)) return 1;
  const one = 1 << (1 + random.below(6));
  return random.chance(25) ? one | (1 << (1 + random.below(6))) : one;
}

function randomClaim(random: RandomSource, settledAt: number, categories: number): Claim {
  const classA = randomAmount(random);
  const classB = random.chance(70) ? randomAmount(random) : 0;
  const classBOverLimit = random.chance(20) ? random.below(classB + 1) : 0;
  const classAOverLimit = random.chance(20) ? random.below(classA + 1) : 0;
  return {
    settledAt,
    classA,
    classB,
    classC: random.chance(50) ? randomAmount(random) : 0,
    overLimitPrice: classAOverLimit + classBOverLimit,
    classBOverLimit,
    care: random.chance(85) ? 0 : 1,
    chargeClass: random.below(4),
    place: random.chance(70) ? 0 : 2,
    filing: random.below(4),
    categories,
  };
}

const edges = [0, 100_00, 1000_00, 3000_00, 7000_00, 14_000_00, 100_000_00, 200_000_00] as const;

/** Fen, up to two million yuan; a third within two fen of an edge of the policy. */
function randomAmount(random: RandomSource): number {
  if (random.chance(33)) return Math.max(0, random.pick([...edges]) + random.below(5) - 2);
  const most = random.pick([1000_00, 20_000_00, 100_000_00, 2_000_000_00]);
  return random.below(most);
}
