import type { DayNumber } from '@tiaoli/base';
import { periodInstance } from '@tiaoli/base';
import type { Facts, State, Value } from '@tiaoli/interpreter';
import { accumulatorKey, interpretStep } from '@tiaoli/interpreter';
import type { Accumulator, Module, Program, ReferenceData } from '@tiaoli/ir';
import type { AccumulatedValue } from '../case/case-record.ts';
import { dateOf } from './program-source.ts';

type Kept = Map<string, { readonly instance: string | number; readonly value: Value }>;

/**
 * The state before the first claim, from values that were accumulated earlier.
 *
 * A value without an instance belongs to the year, month, day or visit of that first claim; one without a key, of an
 * accumulator that has keys, to the key of that claim (the account of the person treated).
 */
export function initialState(
  before: readonly AccumulatedValue[],
  program: Program,
  module: Module,
  facts: Facts,
  on: DayNumber,
  reference?: ReferenceData,
): State {
  const state = new Map<string, Kept>();
  for (const { accumulator, key, value, instance } of before) {
    const current = program.accumulators.find(({ name }) => name === accumulator.name);
    const kept: Kept = state.get(accumulator.name) ?? new Map();
    kept.set(key === '' ? keyAt(current ?? accumulator, program, facts, reference) : key, {
      instance:
        instance ?? instanceAt(current ?? accumulator, program, module, facts, on, reference),
      value,
    });
    state.set(accumulator.name, kept);
  }
  return state;
}

function keyAt(
  accumulator: Accumulator,
  program: Program,
  facts: Facts,
  reference: ReferenceData | undefined,
): string {
  if (accumulator.by.length === 0) return '';
  return accumulatorKey(program, accumulator, facts, reference) ?? '';
}

function instanceAt(
  accumulator: Accumulator,
  program: Program,
  module: Module,
  facts: Facts,
  on: DayNumber,
  reference: ReferenceData | undefined,
): string | number {
  const { period } = accumulator;
  if (period === 'ever') return 'ever';
  if (period === 'visit' || period === 'stay') {
    return writtenInstance(accumulator, program, facts, reference);
  }
  const day = accumulator.on === 'on' ? on : (dateOf(accumulator.on, facts, module) ?? on);
  return periodInstance(period, day, program.yearStart);
}

/** What the first claim itself would write: visits are told apart by an expression of its own. */
function writtenInstance(
  { name }: Accumulator,
  program: Program,
  facts: Facts,
  reference: ReferenceData | undefined,
): string | number {
  const { state } = interpretStep(program, new Map(), facts, { ...(reference && { reference }) });
  const [written] = state.get(name)?.values() ?? [];
  return written?.instance ?? '';
}
