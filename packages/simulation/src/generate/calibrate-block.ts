import { WEIGHT_UNIT } from '../table/columns.ts';
import type { Block } from './block.ts';
import { ACTIVE, classNames, RESIDENT, RETIRED } from './block.ts';
import type { Group, HardTarget, Measure, Sum } from './hard-targets.ts';
import { groupNames, hardTargets, measureNames, toNumber } from './hard-targets.ts';
import type { Frame } from './make-frame.ts';
import type { Measures } from './measure-block.ts';
import type { Constraint, WeightBounds } from './rake-weights.ts';
import { rakeWeights } from './rake-weights.ts';

/** Who belongs to a group, by class. */
const groupClasses: Readonly<Record<Group, readonly number[]>> = {
  all: [ACTIVE, RETIRED, RESIDENT],
  employee: [ACTIVE, RETIRED],
  active: [ACTIVE],
  retired: [RETIRED],
  resident: [RESIDENT],
};

export function isInGroup(group: Group, insured: number): boolean {
  return groupClasses[group].includes(insured);
}

/** By class: 1 for those who belong to the group. Looked up person by person, for every measure. */
function classesIn(group: Group): Uint8Array {
  return Uint8Array.from(classNames, (_, insured) => (isInGroup(group, insured) ? 1 : 0));
}

/**
 * Integer weights, in ten-thousandths of a person, with which the block reproduces the hard targets; cities keep their
 * number of people in each class.
 */
export function calibrateBlock(block: Block, frame: Frame, measures: Measures): Int32Array {
  const constraints = [
    ...cityConstraints(block, frame),
    ...hardTargets
      .filter((target) => !followsFromOthers(target))
      .map((target) => targetConstraint(target, frame, measures)),
  ];
  const weights = rakeWithin(frame.count, constraints);
  return Int32Array.from(weights, (weight) => Math.round(weight * WEIGHT_UNIT));
}

/** Tried in turn: a small block may hold too few of what is rare for the narrow ones. */
const boundsInTurn: readonly WeightBounds[] = [
  [0.5, 2],
  [0.4, 3],
  [0.25, 5],
];
/** Of the spread of a condition over everybody: far below what a target may be missed by. */
const MET = 1e-7;

function rakeWithin(people: number, constraints: readonly Constraint[]): Float64Array {
  let weights = new Float64Array(people).fill(1);
  for (const bounds of boundsInTurn) {
    const raked = rakeWeights(people, constraints, bounds);
    weights = raked.weights;
    if (raked.worst < MET) break;
  }
  return weights;
}

/**
 * Shares of classes follow from the people of the cities. What an active employee costs follows from what all employees
 * and the retired cost; asked for twice, the roundings of the publisher would contradict each other.
 */
function followsFromOthers({ id, numerator, denominator }: HardTarget): boolean {
  const arePeople = numerator.measure === 'persons' && denominator.measure === 'persons';
  return arePeople || id === 'active-cost';
}

function cityConstraints({ cities }: Block, frame: Frame): readonly Constraint[] {
  return classNames.flatMap((_, insured) =>
    cities.map((_city, city) => {
      const values = new Float64Array(frame.count);
      let total = 0;
      for (let row = 0; row < frame.count; row += 1) {
        if (frame.insured[row] !== insured || frame.city[row] !== city) continue;
        values[row] = 1;
        total += 1;
      }
      return { values, total };
    }),
  );
}

/** numerator − value × denominator adds up to nothing. */
function targetConstraint(target: HardTarget, frame: Frame, measures: Measures): Constraint {
  const value = toNumber(target.value);
  const partOf = ({ measure, group }: Sum): ((row: number) => number) => {
    const [isIn, amounts] = [classesIn(group), measures[measure]];
    return (row) => (isIn[frame.insured[row] ?? 0] === 1 ? (amounts[row] ?? 0) : 0);
  };
  const [numerator, denominator] = [partOf(target.numerator), partOf(target.denominator)];
  const values = new Float64Array(frame.count);
  for (let row = 0; row < frame.count; row += 1) {
    values[row] = numerator(row) - value * denominator(row);
  }
  return { values, total: 0 };
}

/** Weighted sums by group and measure: exact integers, in ten-thousandths. */
export type WeightedSums = Readonly<Record<Group, Readonly<Record<Measure, bigint>>>>;

/** What the block adds up to; also what would be without weights. */
export interface BlockSums {
  readonly weighted: WeightedSums;
  readonly plain: WeightedSums;
  readonly weights: bigint;
  readonly squaredWeights: bigint;
  readonly persons: number;
  readonly claims: number;
}

export function sumBlock(
  frame: Frame,
  measures: Measures,
  { weights, claims }: { readonly weights: Int32Array; readonly claims: number },
): BlockSums {
  const even = new Int32Array(frame.count).fill(WEIGHT_UNIT);
  let total = 0;
  let squares = 0;
  for (const weight of weights) {
    total += weight;
    squares += weight * weight;
  }
  return {
    weighted: sumsOf(frame, measures, weights),
    plain: sumsOf(frame, measures, even),
    weights: BigInt(total),
    squaredWeights: BigInt(squares),
    persons: frame.count,
    claims,
  };
}

function sumsOf(frame: Frame, measures: Measures, weights: Int32Array): WeightedSums {
  const ofGroup = (group: Group) =>
    Object.fromEntries(
      measureNames.map((name) => [name, weightedSum(frame, measures[name], weights, group)]),
    ) as Record<Measure, bigint>;
  return Object.fromEntries(groupNames.map((group) => [group, ofGroup(group)])) as Record<
    Group,
    Record<Measure, bigint>
  >;
}

/** Doubles hold these sums exactly: a block has at most 2^53 ten-thousandths of a fen. */
function weightedSum(
  { insured }: Frame,
  values: Float64Array,
  weights: Int32Array,
  group: Group,
): bigint {
  const isIn = classesIn(group);
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) {
    if (isIn[insured[row] ?? 0] === 1) sum += (values[row] ?? 0) * (weights[row] ?? 0);
  }
  if (!Number.isSafeInteger(sum)) throw new Error('a block too large to be summed exactly');
  return BigInt(sum);
}

export function addSums(blocks: readonly BlockSums[]): BlockSums {
  const add = (of: (block: BlockSums) => bigint): bigint =>
    blocks.reduce((sum, block) => sum + of(block), 0n);
  const addAll = (kind: 'weighted' | 'plain'): WeightedSums =>
    Object.fromEntries(
      groupNames.map((group) => [
        group,
        Object.fromEntries(
          measureNames.map((name) => [name, add((block) => block[kind][group][name])]),
        ),
      ]),
    ) as unknown as WeightedSums;
  return {
    weighted: addAll('weighted'),
    plain: addAll('plain'),
    weights: add(({ weights }) => weights),
    squaredWeights: add(({ squaredWeights }) => squaredWeights),
    persons: blocks.reduce((sum, { persons }) => sum + persons, 0),
    claims: blocks.reduce((sum, { claims }) => sum + claims, 0),
  };
}
