import { betaLike } from '../random/distributions.ts';
import { CLAIMS_PER_PERSON } from '../table/bucket-of.ts';
import { MOST_FEN } from '../table/columns.ts';
import { classBShare, firstSelfPay, ownShare, pharmacyMean } from './assumptions.ts';
import type { Block } from './block.ts';
import { RESIDENT } from './block.ts';
import type { Event } from './draw-events.ts';
import { AMOUNT_DRAW, drawEvents, INPATIENT, PHARMACY, TERTIARY } from './draw-events.ts';
import { eventRates } from './event-rates.ts';
import { targetValue } from './hard-targets.ts';
import type { Frame } from './make-frame.ts';

/** The claims of a block, in the order of its people and then of settlement. Amounts in fen. */
export interface Claims {
  readonly count: number;
  readonly id: Float64Array;
  readonly pid: Float64Array;
  readonly row: Int32Array;
  readonly seq: Int32Array;
  readonly settled: Int32Array;
  readonly begin: Int32Array;
  readonly days: Int32Array;
  readonly process: Uint8Array;
  readonly level: Uint8Array;
  readonly place: Uint8Array;
  readonly filing: Uint8Array;
  readonly total: Int32Array;
  readonly classA: Int32Array;
  readonly classB: Int32Array;
  readonly own: Int32Array;
  readonly over: Int32Array;
  readonly first: Int32Array;
  readonly scope: Int32Array;
}

/** What happened, of which only the prices are left open. */
interface Drawn {
  readonly claims: Claims;
  readonly cost: Float64Array;
  /** Which prices go together; see `groupOf`. */
  readonly group: Uint8Array;
  readonly own: Float64Array;
  readonly classB: Float64Array;
}

/** Everything that happens to the people of a block; costs scaled so that the published means come out. */
export function makeClaims(block: Block, frame: Frame): Claims {
  const rates = [0, 1, 2, 3].map((process) => eventRates(frame, process));
  const byPerson = Array.from({ length: frame.count }, (_, row) =>
    drawEvents(block, frame, row, rates),
  );
  const count = byPerson.reduce((sum, { length }) => sum + length, 0);
  const drawn: Drawn = {
    claims: emptyClaims(count),
    cost: new Float64Array(count),
    group: new Uint8Array(count),
    own: new Float64Array(count),
    classB: new Float64Array(count),
  };
  let at = 0;
  byPerson.forEach((events, row) => {
    events.forEach((event, seq) => {
      writeEvent(drawn, frame, event, { at, row, seq });
      at += 1;
    });
  });
  price(drawn);
  return drawn.claims;
}

function emptyClaims(count: number): Claims {
  const bytes = () => new Uint8Array(count);
  const integers = () => new Int32Array(count);
  return {
    ...{ count, id: new Float64Array(count), pid: new Float64Array(count), row: integers() },
    ...{ seq: integers(), settled: integers(), begin: integers(), days: integers() },
    ...{ process: bytes(), level: bytes(), place: bytes(), filing: bytes() },
    ...{ total: integers(), classA: integers(), classB: integers(), own: integers() },
    ...{ over: integers(), first: integers(), scope: integers() },
  };
}

function writeEvent(
  drawn: Drawn,
  frame: Frame,
  event: Event,
  { at, row, seq }: { readonly at: number; readonly row: number; readonly seq: number },
): void {
  const { claims } = drawn;
  const { process, level, settled, days, draws, base } = event;
  const pid = frame.pid[row] ?? 0;
  claims.id[at] = pid * CLAIMS_PER_PERSON + seq;
  claims.pid[at] = pid;
  claims.row[at] = row;
  claims.seq[at] = seq + 1;
  claims.settled[at] = settled;
  claims.begin[at] = process === INPATIENT ? settled - days : settled;
  claims.days[at] = days;
  claims.process[at] = process;
  claims.level[at] = level;
  claims.place[at] = event.place;
  claims.filing[at] = event.filing;
  const { a, b } = ownShare[level] ?? ownShare[0];
  drawn.own[at] = betaLike(draws.at(base + AMOUNT_DRAW.own), a, b);
  drawn.classB[at] = betaLike(draws.at(base + AMOUNT_DRAW.classB), classBShare.a, classBShare.b);
  drawn.cost[at] = event.cost;
  drawn.group[at] = groupOf(process, level, frame.insured[row] === RESIDENT);
}

/** Admissions in tertiary hospitals, other admissions, and the other processes; twice, for the schemes. */
const GROUPS_OF_SCHEME = 5;
const OTHER_ADMISSIONS = 1;

function groupOf(process: number, level: number, isResident: boolean): number {
  const kind = process === INPATIENT ? (level === TERTIARY ? 0 : OTHER_ADMISSIONS) : process + 1;
  return kind + (isResident ? GROUPS_OF_SCHEME : 0);
}

/** Scales the costs of each group to its published mean and splits each into whole fen. */
function price(drawn: Drawn): void {
  const scales = scalesOf(drawn);
  for (let at = 0; at < drawn.claims.count; at += 1) {
    const scale = scales[drawn.group[at] ?? 0] ?? 0;
    split(drawn, at, Math.round((drawn.cost[at] ?? 0) * scale));
  }
}

/** A claim costs at least a yuan, and at most half of what an amount may be. */
const LEAST_COST = 100;
const MOST_COST = MOST_FEN / 2;

function split({ claims, own, classB }: Drawn, at: number, cost: number): void {
  const total = Math.max(LEAST_COST, Math.min(MOST_COST, cost));
  const wholly = Math.round(total * (own[at] ?? 0));
  const second = Math.round((total - wholly) * (classB[at] ?? 0));
  const first = Math.round(second * firstSelfPay);
  claims.total[at] = total;
  claims.own[at] = wholly;
  claims.classB[at] = second;
  claims.classA[at] = total - wholly - second;
  claims.first[at] = first;
  claims.scope[at] = total - wholly - first;
}

/** Fen per unit of relative cost, by group. */
function scalesOf({ cost, group, claims }: Drawn): readonly number[] {
  const sums = new Float64Array(GROUPS_OF_SCHEME * 2);
  const counts = new Float64Array(GROUPS_OF_SCHEME * 2);
  for (let at = 0; at < claims.count; at += 1) {
    const kind = group[at] ?? 0;
    sums[kind] = (sums[kind] ?? 0) + (cost[at] ?? 0);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const means = (['employee', 'resident'] as const).flatMap((scheme, at) =>
    meansOf(scheme, counts.subarray(at * GROUPS_OF_SCHEME)),
  );
  return means.map((mean, kind) => {
    const sum = sums[kind] ?? 0;
    return sum > 0 ? (mean * 100 * (counts[kind] ?? 0)) / sum : 0;
  });
}

/** Published means in yuan; that of the other admissions is what the mean of all leaves for them. */
function meansOf(scheme: 'employee' | 'resident', counts: Float64Array): readonly number[] {
  const tertiary = targetValue(`${scheme}-tertiary-mean`) / 100;
  const all = targetValue(`${scheme}-admission-mean`) / 100;
  const [high = 0, rest = 0] = counts;
  const others = rest > 0 ? (all * (high + rest) - tertiary * high) / rest : all;
  return [
    tertiary,
    Math.max(others, all / 4),
    targetValue(`${scheme}-outpatient-mean`) / 100,
    targetValue(`${scheme}-chronic-mean`) / 100,
    pharmacyMean[scheme],
  ];
}

/** Whether a claim counts as medical cost: purchases in pharmacies do not. */
export function isTreatment(process: number): boolean {
  return process !== PHARMACY;
}
