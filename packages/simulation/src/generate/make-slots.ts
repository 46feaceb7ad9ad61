import { drawsFor } from '../random/counter-random.ts';
import { ageBands, bandShares, classSeeds, maleShare } from './assumptions.ts';
import type { Block } from './block.ts';
import { classNames } from './block.ts';
import type { Margin } from './fit-margins.ts';
import { apportion, fitMargins, roundTogether } from './fit-margins.ts';
import { targetValue } from './hard-targets.ts';

/** Who there is, before households: one entry per person of the block. */
export interface Slots {
  readonly city: Uint8Array;
  readonly band: Uint8Array;
  /** 0 male, 1 female. */
  readonly sex: Uint8Array;
  /** Index into `classNames`. */
  readonly insured: Uint8Array;
}

const BANDS = ageBands.length;

/** City × age × sex × class fitted to its margins, then rounded so that classes and their cities are exact. */
export function makeSlots(block: Block): Slots {
  const { persons, cities } = block;
  const totals = classTotals(persons);
  const cells = fitMargins(seedCells(cities.length), marginsOf(block, totals));
  const slots: Slots = {
    city: new Uint8Array(persons),
    band: new Uint8Array(persons),
    sex: new Uint8Array(persons),
    insured: new Uint8Array(persons),
  };
  const perClass = cities.length * BANDS * 2;
  let slot = 0;
  totals.forEach((total, insured) => {
    const own = cells.subarray(insured * perClass, (insured + 1) * perClass);
    const offset = drawsFor(block.key, block.bucket, 'cells').at(insured);
    roundTogether(own, total, offset).forEach((count, cell) => {
      for (let more = 0; more < count; more += 1) {
        slots.city[slot] = Math.floor(cell / (BANDS * 2));
        slots.band[slot] = Math.floor(cell / 2) % BANDS;
        slots.sex[slot] = cell % 2;
        slots.insured[slot] = insured;
        slot += 1;
      }
    });
  });
  return slots;
}

/** Active, retired and resident people of the block, by the published shares. */
export function classTotals(persons: number): readonly number[] {
  const employees = targetValue('employee-share');
  return apportion(
    [
      employees * targetValue('active-share'),
      employees * targetValue('retired-share'),
      targetValue('resident-share'),
    ],
    persons,
  );
}

/** Cells stand by class, city, band, sex. */
function seedCells(cities: number): Float64Array {
  const cells = new Float64Array(classNames.length * cities * BANDS * 2);
  cells.forEach((_, cell) => {
    const name = classNames[Math.floor(cell / (cities * BANDS * 2))] ?? 'resident';
    cells[cell] = classSeeds[name][Math.floor(cell / 2) % BANDS] ?? 0;
  });
  return cells;
}

function marginsOf({ persons, cities }: Block, totals: readonly number[]): readonly Margin[] {
  const all = cities.reduce((sum, { share }) => sum + share, 0);
  const bands = bandShares.reduce((sum, share) => sum + share, 0);
  return [
    {
      kindOf: (cell) => Math.floor(cell / 2) % BANDS,
      totals: bandShares.map((share) => (share / bands) * persons),
    },
    { kindOf: (cell) => cell % 2, totals: [maleShare * persons, (1 - maleShare) * persons] },
    {
      kindOf: (cell) => Math.floor(cell / (BANDS * 2)),
      totals: totals.flatMap((total) => cities.map(({ share }) => (share / all) * total)),
    },
  ];
}
