import { dayNumber, daysInMonth } from '@tiaoli/base';
import type { Draws, Stream } from '../random/counter-random.ts';
import { drawsFor } from '../random/counter-random.ts';
import { choose, heavyTailed, negativeBinomial } from '../random/distributions.ts';
import { exp } from '../random/elementary.ts';
import {
  admissionLevels,
  awayFilings,
  costSigma,
  eventShapes,
  levelCost,
  monthShares,
  readmissionShare,
  severeCost,
  severeSigma,
  tailShape,
  tertiaryPlaces,
  visitLevels,
} from './assumptions.ts';
import type { Block } from './block.ts';
import { POPULATION_YEAR, RESIDENT, SEVERE } from './block.ts';
import type { Frame } from './make-frame.ts';

export const INPATIENT = 0;
export const OUTPATIENT = 1;
export const CHRONIC = 2;
export const PHARMACY = 3;
export const TERTIARY = 2;

/** One thing that happened to a person, before it has a price. */
export interface Event {
  /** Index into `medTypes`. */
  readonly process: number;
  /** Which of its process it is; its numbers are drawn from `draws` at `base` and after. */
  readonly base: number;
  readonly draws: Draws;
  readonly settled: number;
  readonly days: number;
  readonly level: number;
  readonly place: number;
  readonly filing: number;
  /** Relative to the others of its group. */
  readonly cost: number;
}

const processStreams: readonly Stream[] = ['inpatient', 'outpatient', 'chronic', 'pharmacy'];

/** Numbers that one event draws, the first of them after that of the count. */
const NUMBERS = 16;
const DRAW = {
  cost: 0,
  month: 1,
  day: 2,
  again: 3,
  gap: 4,
  level: 5,
  place: 6,
  filing: 7,
} as const;
/** Where the numbers of the amounts lie among those of an event. */
export const AMOUNT_DRAW = { own: 8, classB: 9 } as const;

/**
 * Everything that happens to one person in the year, in the order of settlement; `rates` holds for each process what each
 * person expects.
 */
export function drawEvents(
  block: Block,
  frame: Frame,
  row: number,
  rates: readonly Float64Array[],
): readonly Event[] {
  const events: Event[] = [];
  processStreams.forEach((stream, process) => {
    const rate = rates[process]?.[row] ?? 0;
    if (rate <= 0) return;
    const draws = drawsFor(block.key, frame.pid[row] ?? 0, stream);
    const count = negativeBinomial(draws.at(0), rate, dispersionOf(process, frame.disease[row]));
    let before: number | undefined;
    for (let k = 0; k < count; k += 1) {
      const event = drawEvent({ block, frame, row, process, draws }, 1 + k * NUMBERS, before);
      before = event.settled;
      events.push(event);
    }
  });
  return events.sort(
    (one, other) =>
      one.settled - other.settled || one.process - other.process || one.base - other.base,
  );
}

function dispersionOf(process: number, disease: number | undefined): number {
  const shape = eventShapes[process];
  return (disease === SEVERE ? shape?.severeDispersion : shape?.dispersion) ?? 1;
}

interface EventContext {
  readonly block: Block;
  readonly frame: Frame;
  readonly row: number;
  readonly process: number;
  readonly draws: Draws;
}

function drawEvent(context: EventContext, base: number, before: number | undefined): Event {
  const { block, frame, row, process, draws } = context;
  const level = drawLevel(context, draws.at(base + DRAW.level));
  const isAway = process === INPATIENT && level === TERTIARY;
  const place = isAway ? choose(draws.at(base + DRAW.place), tertiaryPlaces) : 0;
  const filing = place > 0 ? choose(draws.at(base + DRAW.filing), awayFilings) : 0;
  const own = ownCost(context, draws.at(base + DRAW.cost));
  const city = block.cities[frame.city[row] ?? 0];
  return {
    ...{ process, base, draws, level, place, filing },
    settled: drawDay(context, base, before),
    days: process === INPATIENT ? Math.min(90, Math.round(3 + 4 * own)) : 1,
    cost: own * (city?.cost ?? 1) * (process === INPATIENT ? (levelCost[level] ?? 1) : 1),
  };
}

function drawLevel({ frame, row, process }: EventContext, u: number): number {
  const scheme = frame.insured[row] === RESIDENT ? 'resident' : 'employee';
  if (process === PHARMACY) return 0;
  if (process !== INPATIENT) return choose(u, visitLevels[scheme]);
  const isSevere = frame.disease[row] === SEVERE;
  return choose(u, isSevere ? admissionLevels.severe[scheme] : admissionLevels[scheme]);
}

/** Lognormal with a heavy tail, dearer for the frail and the severely ill. */
function ownCost({ frame, row, process }: EventContext, u: number): number {
  const onCost = eventShapes[process]?.onCost ?? 0;
  const frailty = frame.frailty[row] ?? 0;
  const isSevere = frame.disease[row] === SEVERE;
  const sigma = isSevere ? severeSigma : (costSigma[process] ?? 1);
  return (
    (isSevere ? (severeCost[process] ?? 1) : 1) *
    heavyTailed(u, sigma, tailShape[process] ?? 0.2) *
    exp(onCost * frailty - (onCost * onCost) / 2)
  );
}

const monthSum = monthShares.reduce((sum, share) => sum + share, 0);
const monthWeights = monthShares.map((share) => share / monthSum);
const LAST_DAY = dayNumber({ year: POPULATION_YEAR, month: 12, day: 31 });

/** A seasonal day of the year; an admission may follow within thirty days of the one before. */
function drawDay(
  { process, draws }: EventContext,
  base: number,
  before: number | undefined,
): number {
  const follows =
    process === INPATIENT && before !== undefined && draws.at(base + DRAW.again) < readmissionShare;
  if (follows) {
    const day = before + 3 + Math.floor(draws.at(base + DRAW.gap) * 28);
    if (day <= LAST_DAY) return day;
  }
  const month = 1 + choose(draws.at(base + DRAW.month), monthWeights);
  const first = dayNumber({ year: POPULATION_YEAR, month, day: 1 });
  return first + Math.floor(draws.at(base + DRAW.day) * daysInMonth(POPULATION_YEAR, month));
}
