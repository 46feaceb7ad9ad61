import { dayOfText } from '../reference/calendar.ts';
import type { AccumulatorModel, StockModel } from '../reference/model.ts';
import type { Draw } from './draw.ts';
import type { GeneratedHousehold } from './households.ts';
import type { GeneratedItems } from './items.ts';
import type { RoundingText } from './roundings.ts';
import { drawRounding } from './roundings.ts';

/** One document under composition: what was drawn so far. */
export interface Composer {
  readonly draw: Draw;
  /** Amounts in fen at which something changes: thresholds, caps, band limits. */
  readonly breakpoints: Set<bigint>;
  /** Declarations that expressions needed. */
  readonly statements: string[];
  /** 计数 accumulators, for 次第 and 递减. */
  readonly counters: AccumulatorModel[];
  readonly accumulators: AccumulatorModel[];
  readonly stocks: StockModel[];
  /** What the items of a claim come to; absent where the document has none of its own. */
  items: GeneratedItems | undefined;
  /** Accounts of several people; absent where nobody pays for another. */
  household: GeneratedHousehold | undefined;
  /** Whether a layer pays from the accounts of others already: the language takes one. */
  readonly paysForOthers: { done: boolean };
  /** Only 费用 is in the policy, not the whole. */
  readonly inPolicy: boolean;
  readonly headerRounding: RoundingText;
  /** The layer under composition chooses its versions by a date of its own. */
  readonly layerDates: { own: boolean };
  /** What a city below sets of its own, and whether the claims are settled there. */
  readonly city: CityText;
  /** A name that the document does not use yet. */
  readonly fresh: (prefix: string) => string;
  /** Counts a construct, by the name it has in the histogram. */
  readonly note: (feature: string) => void;
  readonly features: ReadonlyMap<string, number>;
}

export interface CityText {
  readonly bound: boolean;
  readonly fills: string[];
  readonly derogations: { readonly condition: string; readonly override: string }[];
}

/** Days on which versions begin; claims fall around them. */
export const changeDays: readonly number[] = ['2024-01-01', '2024-03-15', '2024-07-01'].map(
  dayOfText,
);

export const firstDay = dayOfText('2023-01-01');

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

export function createComposer(draw: Draw): Composer {
  const features = new Map<string, number>();
  const used = new Map<string, number>();
  return {
    draw,
    breakpoints: new Set(),
    statements: [],
    counters: [],
    accumulators: [],
    stocks: [],
    items: undefined,
    household: undefined,
    paysForOthers: { done: false },
    inPolicy: draw.chance(50),
    headerRounding: drawRounding({ draw }),
    layerDates: { own: false },
    city: { bound: draw.chance(75), fills: [], derogations: [] },
    features,
    fresh: (prefix) => {
      const count = used.get(prefix) ?? 0;
      used.set(prefix, count + 1);
      const [high, low] = [Math.floor(count / LETTERS.length), count % LETTERS.length];
      return `${prefix}${high === 0 ? '' : LETTERS[high - 1]}${LETTERS[low]}`;
    },
    note: (feature) => features.set(feature, (features.get(feature) ?? 0) + 1),
  };
}
