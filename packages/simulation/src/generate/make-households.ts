import { drawsFor } from '../random/counter-random.ts';
import { choose } from '../random/distributions.ts';
import { householdSizes } from './assumptions.ts';
import type { Block } from './block.ts';
import { slotSubject } from './block.ts';
import type { Slots } from './make-slots.ts';

/** The slots of the people of one household; the first is an adult where there is one. */
export type Household = readonly number[];

/** Below this band people are minors. */
const FIRST_ADULT_BAND = 2;

/** Households of a block, city by city: sizes as assumed, minors in the larger ones, adults in the rest. */
export function makeHouseholds(block: Block, slots: Slots): readonly Household[] {
  return block.cities.flatMap((_, city) => {
    const people = shuffled(block, slots, city);
    const adults = people.filter((slot) => (slots.band[slot] ?? 0) >= FIRST_ADULT_BAND);
    const minors = people.filter((slot) => (slots.band[slot] ?? 0) < FIRST_ADULT_BAND);
    return fill(drawSizes(block, city, people.length), adults, minors);
  });
}

function shuffled(block: Block, { city: cities }: Slots, city: number): readonly number[] {
  const keyed: { slot: number; key: number }[] = [];
  cities.forEach((own, slot) => {
    if (own !== city) return;
    keyed.push({ slot, key: drawsFor(block.key, slotSubject(block, slot), 'shuffle').at(0) });
  });
  keyed.sort((one, other) => one.key - other.key || one.slot - other.slot);
  return keyed.map(({ slot }) => slot);
}

/** Sizes that add up to the people there are. */
function drawSizes(block: Block, city: number, people: number): readonly number[] {
  const draws = drawsFor(block.key, slotSubject(block, city), 'households');
  const sizes: number[] = [];
  let left = people;
  while (left > 0) {
    const size = Math.min(left, choose(draws.at(sizes.length), householdSizes) + 1);
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

function fill(
  sizes: readonly number[],
  adults: readonly number[],
  minors: readonly number[],
): readonly Household[] {
  const grown = [...adults];
  const young = [...minors];
  const homes = sizes.map((size) => ({ size, members: [] as number[] }));
  const take = (home: { readonly members: number[] }, from: number[]): void => {
    const slot = from.pop();
    if (slot !== undefined) home.members.push(slot);
  };
  for (const home of homes) take(home, grown.length > 0 ? grown : young);
  // Where there is room for a second grown-up first; a child never stays without a home.
  for (const room of [2, 1]) {
    for (const home of homes) {
      while (home.members.length + room <= home.size && young.length > 0) take(home, young);
    }
  }
  for (const home of homes) {
    while (home.members.length < home.size) take(home, grown.length > 0 ? grown : young);
  }
  return homes.map(({ members }) => members);
}
