import { dayNumber } from '@tiaoli/base';
import { drawsFor } from '../random/counter-random.ts';
import { choose, normalQuantile } from '../random/distributions.ts';
import { exp } from '../random/elementary.ts';
import { householdOf, PEOPLE_PER_HOUSEHOLD } from '../table/bucket-of.ts';
import {
  ageBands,
  frailtyInIllness,
  illnessByBand,
  incomes,
  subsidisedSplit,
} from './assumptions.ts';
import type { Block } from './block.ts';
import { POPULATION_YEAR, RESIDENT, slotSubject } from './block.ts';
import { targetValue } from './hard-targets.ts';
import type { Household } from './make-households.ts';
import { makeHouseholds } from './make-households.ts';
import type { Slots } from './make-slots.ts';
import { makeSlots } from './make-slots.ts';

/** The people of a block, sorted by their ids; one entry of each array per person. */
export interface Frame {
  readonly count: number;
  readonly pid: Float64Array;
  readonly hid: Float64Array;
  readonly member: Uint8Array;
  readonly city: Uint8Array;
  readonly band: Uint8Array;
  readonly sex: Uint8Array;
  /** Index into `classNames`. */
  readonly insured: Uint8Array;
  readonly age: Int32Array;
  readonly birth: Int32Array;
  /** 0 urban, 1 rural. */
  readonly rural: Uint8Array;
  /** Fen per head and year. */
  readonly income: Int32Array;
  readonly consumption: Int32Array;
  /** Index into `categories`. */
  readonly category: Uint8Array;
  /** Index into `diseases`. */
  readonly disease: Uint8Array;
  readonly insuredYears: Int32Array;
  /** Standard normal, shared by everything that happens to the person. */
  readonly frailty: Float64Array;
}

/** Who lives in a block: margins fitted, households formed, everyone with an id, an income, a frailty. */
export function makeFrame(block: Block): Frame {
  const slots = makeSlots(block);
  const homes = makeHouseholds(block, slots)
    .map((members, n) => ({ members, hid: householdOf(block.bucket, block.buckets, n) }))
    .sort((one, other) => one.hid - other.hid);
  const frame = emptyFrame(block.persons);
  const needs = new Float64Array(homes.length);
  let row = 0;
  homes.forEach(({ members, hid }, home) => {
    needs[home] = moveIn(block, { frame, slots, row, hid, members });
    row += members.length;
  });
  subsidise(block, frame, needs);
  return frame;
}

function emptyFrame(count: number): Frame {
  const bytes = () => new Uint8Array(count);
  const integers = () => new Int32Array(count);
  const doubles = () => new Float64Array(count);
  return {
    ...{ count, pid: doubles(), hid: doubles(), member: bytes(), city: bytes(), band: bytes() },
    ...{ sex: bytes(), insured: bytes(), age: integers(), birth: integers(), rural: bytes() },
    ...{ income: integers(), consumption: integers(), category: bytes(), disease: bytes() },
    ...{ insuredYears: integers(), frailty: doubles() },
  };
}

interface Home {
  readonly frame: Frame;
  readonly slots: Slots;
  /** The row of the first of its people. */
  readonly row: number;
  readonly hid: number;
  readonly members: Household;
}

/** Writes the people of a household; gives how little it has: the lower, the needier. */
function moveIn(block: Block, { frame, slots, row, hid, members }: Home): number {
  const draws = drawsFor(block.key, hid, 'income');
  const city = slots.city[members[0] ?? 0] ?? 0;
  const isRural = draws.at(0) >= (block.cities[city]?.urban ?? 0);
  const rank = normalQuantile(draws.at(1));
  const median = isRural ? incomes.rural : incomes.urban;
  const income = Math.round(median * 100 * exp(incomes.sigma * rank));
  members.forEach((slot, at) => {
    const here = row + at;
    frame.hid[here] = hid;
    frame.member[here] = at + 1;
    frame.pid[here] = hid * PEOPLE_PER_HOUSEHOLD + at + 1;
    frame.city[here] = city;
    frame.rural[here] = isRural ? 1 : 0;
    frame.income[here] = income;
    frame.consumption[here] = Math.round(income * incomes.consumption);
    describePerson(block, frame, here, { slots, slot });
  });
  return income * exp(0.6 * normalQuantile(draws.at(2)));
}

function describePerson(
  block: Block,
  frame: Frame,
  row: number,
  { slots, slot }: { readonly slots: Slots; readonly slot: number },
): void {
  const band = slots.band[slot] ?? 0;
  const [youngest, oldest] = ageBands[band] ?? [0, 0];
  const draws = drawsFor(block.key, slotSubject(block, slot), 'ages');
  const age = youngest + Math.floor(draws.at(0) * (oldest - youngest + 1));
  const firstBirthday = dayNumber({ year: POPULATION_YEAR - age - 1, month: 1, day: 2 });
  frame.band[row] = band;
  frame.sex[row] = slots.sex[slot] ?? 0;
  frame.insured[row] = slots.insured[slot] ?? 0;
  frame.age[row] = age;
  frame.birth[row] = firstBirthday + Math.floor(draws.at(1) * 365);
  frame.insuredYears[row] = Math.min(age, Math.floor(draws.at(2) * 20));
  const pid = frame.pid[row] ?? 0;
  const frailty = normalQuantile(drawsFor(block.key, pid, 'frailty').at(0));
  frame.frailty[row] = frailty;
  frame.disease[row] = illnessOf(drawsFor(block.key, pid, 'disease').at(0), frailty, band);
}

/** The latent cause above which somebody is ill, by band: two diseases, chronic, severe. */
const illnessThresholds = illnessByBand.map(([two, chronic, severe]) =>
  [two + chronic + severe, chronic + severe, severe].map((share) => normalQuantile(1 - share)),
);

const ownCause = Math.sqrt(1 - frailtyInIllness * frailtyInIllness);

function illnessOf(u: number, frailty: number, band: number): number {
  const latent = frailtyInIllness * frailty + ownCause * normalQuantile(u);
  return (illnessThresholds[band] ?? []).filter((threshold) => latent > threshold).length;
}

/** The neediest residents are those whose premium is subsidised: as many as published, whole households together. */
function subsidise(block: Block, { count, hid, insured, category }: Frame, needs: Float64Array) {
  const starts: number[] = [];
  for (let row = 0; row < count; row += 1) {
    if (row === 0 || hid[row] !== hid[row - 1]) starts.push(row);
  }
  const residents = insured.reduce((sum, own) => sum + (own === RESIDENT ? 1 : 0), 0);
  let left = Math.round(residents * targetValue('subsidised-share'));
  const order = Array.from(starts.keys()).sort(
    (one, other) => (needs[one] ?? 0) - (needs[other] ?? 0) || one - other,
  );
  for (const home of order) {
    const start = starts[home] ?? 0;
    const end = starts[home + 1] ?? count;
    const kind =
      1 + choose(drawsFor(block.key, hid[start] ?? 0, 'category').at(0), subsidisedSplit);
    for (let row = start; row < end && left > 0; row += 1) {
      if (insured[row] !== RESIDENT) continue;
      category[row] = kind;
      left -= 1;
    }
    if (left === 0) return;
  }
}
