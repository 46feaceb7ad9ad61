import { CHANGE_CLASSES } from '../result/simulation-result.ts';
import { watchCount } from '../watch/watch-figures.ts';
import type { ExactSums } from './exact-sums.ts';
import { addSums, exactSums } from './exact-sums.ts';

/** Random groups of households; each sum is kept apart for each, and their spread gives standard errors. */
export const RANDOM_GROUPS = 100;

/** Shares beyond which the costs of a household are catastrophic. */
export const catastrophicShares = [
  { of: 'income', percent: 10 },
  { of: 'income', percent: 25 },
  { of: 'capacity-to-pay', percent: 40 },
] as const;

/** What is counted of each group of people, by its place; `s` a scenario (0 the baseline), `r` a reform (from 1). */
export interface GroupFigures {
  readonly count: number;
  readonly persons: number;
  readonly people: number;
  readonly fund: (s: number) => number;
  readonly burden: (s: number) => number;
  readonly better: (r: number) => number;
  readonly worse: (r: number) => number;
  readonly gained: (r: number) => number;
  readonly lost: (r: number) => number;
  readonly changeClass: (r: number, at: number) => number;
}

const CLASSES = CHANGE_CLASSES.length + 1;
const OF_REFORM = 4 + CLASSES;

export function groupFigures(scenarios: number): GroupFigures {
  const ofReform = (r: number): number => 2 + 2 * scenarios + (r - 1) * OF_REFORM;
  return {
    count: ofReform(scenarios),
    persons: 0,
    people: 1,
    fund: (s) => 2 + s,
    burden: (s) => 2 + scenarios + s,
    better: ofReform,
    worse: (r) => ofReform(r) + 1,
    gained: (r) => ofReform(r) + 2,
    lost: (r) => ofReform(r) + 3,
    changeClass: (r, at) => ofReform(r) + 4 + at,
  };
}

/** What is counted of everybody alone: costs, layers, households with catastrophic costs. */
export interface WholeFigures {
  readonly count: number;
  readonly costs: number;
  readonly inScope: number;
  readonly admissionsInScope: number;
  readonly firstLayerOfAdmissions: (s: number) => number;
  readonly catastrophic: (s: number, at: number) => number;
  readonly layer: (s: number, at: number) => number;
  readonly cash: (s: number) => number;
}

export function wholeFigures(layers: readonly number[]): WholeFigures {
  const shares = catastrophicShares.length;
  const starts = layers.map(
    (_, s) => 3 + layers.slice(0, s).reduce((sum, count) => sum + count + 2 + shares, 0),
  );
  const start = (s: number): number => starts[s] ?? 0;
  return {
    count: 3 + layers.reduce((sum, count) => sum + count + 2 + shares, 0),
    costs: 0,
    inScope: 1,
    admissionsInScope: 2,
    cash: start,
    firstLayerOfAdmissions: (s) => start(s) + 1,
    catastrophic: (s, at) => start(s) + 2 + at,
    layer: (s, at) => start(s) + 2 + shares + at,
  };
}

/** Why claims are in no sum: of a scenario (0 the baseline), or of all of them (-1). */
export interface LeftOut {
  readonly scenario: number;
  readonly kind: 'outside' | 'not-covered' | 'refused';
  readonly reason: string;
}

/** Everything that a part of a population comes to: parts are added up in any order. */
export interface Ledger {
  /** (row of a group × figure) × random group. */
  readonly groups: ExactSums;
  /** Figure × random group. */
  readonly whole: ExactSums;
  /** By scenario, of each output. */
  readonly outputs: readonly ExactSums[];
  /** By scenario, people and what they bear, by class of what they bear. */
  readonly burdens: readonly { readonly people: ExactSums; readonly amounts: ExactSums }[];
  /** Who stands on which list: see `watchFigures`. */
  readonly watch: ExactSums;
  /** Claims that are in no sum, by `LeftOut` as JSON. */
  readonly leftOut: Map<string, number>;
}

export interface LedgerShape {
  readonly rows: number;
  /** Of each scenario. */
  readonly layers: readonly number[];
  readonly outputs: readonly number[];
  /** Lists that are counted, and scenarios that feed them. */
  readonly lists: { readonly count: number; readonly sides: number };
}

export function emptyLedger({ rows, layers, outputs, lists }: LedgerShape): Ledger {
  const figures = groupFigures(layers.length);
  return {
    groups: exactSums(rows * figures.count * RANDOM_GROUPS),
    whole: exactSums(wholeFigures(layers).count * RANDOM_GROUPS),
    outputs: outputs.map((count) => exactSums(count)),
    burdens: layers.map(() => ({
      people: exactSums(BURDEN_BINS),
      amounts: exactSums(BURDEN_BINS),
    })),
    watch: exactSums(watchCount(lists.count, lists.sides) * RANDOM_GROUPS),
    leftOut: new Map(),
  };
}

/** Adds a part to what is there. */
export function addLedger(all: Ledger, part: Ledger): void {
  addSums(all.groups, part.groups);
  addSums(all.whole, part.whole);
  for (const [at, sums] of part.outputs.entries()) addTo(all.outputs[at], sums);
  part.burdens.forEach(({ people, amounts }, at) => {
    addTo(all.burdens[at]?.people, people);
    addTo(all.burdens[at]?.amounts, amounts);
  });
  addSums(all.watch, part.watch);
  for (const [reason, claims] of part.leftOut) {
    all.leftOut.set(reason, (all.leftOut.get(reason) ?? 0) + claims);
  }
}

export function leaveOut({ leftOut }: Ledger, why: LeftOut, claims: number): void {
  const key = JSON.stringify([why.scenario, why.kind, why.reason]);
  if (claims > 0) leftOut.set(key, (leftOut.get(key) ?? 0) + claims);
}

function addTo(all: ExactSums | undefined, part: ExactSums): void {
  if (!all) throw new Error('a part of another shape');
  addSums(all, part);
}

/** Amounts below this have a bin each, in fen; above there are as many bins in each doubling. */
export const FINE = 512;
/** Up to 2^41 fen. */
const DOUBLINGS = 32;
export const BURDEN_BINS = FINE * (DOUBLINGS + 1);

/** The bin of an amount in fen: no wider than its 512th part. */
export function binOfBurden(fen: number): number {
  if (fen < FINE) return Math.max(0, Math.floor(fen));
  let doubling = 0;
  let rest = Math.floor(fen);
  while (rest >= 2 * FINE) {
    rest = Math.floor(rest / 2);
    doubling += 1;
  }
  return Math.min(BURDEN_BINS - 1, FINE * (1 + doubling) + rest - FINE);
}
