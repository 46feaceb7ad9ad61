import type { BulkCalculator } from '@tiaoli/compiler';
import {
  bulkCalculator,
  emitWasm,
  fillClaims,
  readOutcomes,
  readState,
  writeState,
} from '@tiaoli/compiler';
import type { Facts, State } from '@tiaoli/interpreter';
import type { Program, ReferenceData } from '@tiaoli/ir';

/** Room for one claim at a time. */
const capacity = { rows: 1, people: 1, records: 64, spells: 64, keys: 64, groups: 1 };

/** A module for single claims, as the tests hold it. */
export function loadBulk(
  program: Program,
  reference: ReferenceData,
  facts: 'partial' | 'complete' = 'partial',
): BulkCalculator {
  const { emitted, diagnostics } = emitWasm(program, { facts, capacity });
  if (!emitted) throw new Error(`refused: ${diagnostics.map(({ code }) => code).join()}`);
  return bulkCalculator(emitted, program, reference);
}

/** One claim from a state; undefined where a number went beyond 64 bits, so that the interpreter has the word. */
export function runBulk(calculator: BulkCalculator, state: State, facts: Facts) {
  fillClaims(calculator, [facts]);
  if (calculator.admit(0, 1) > 0) throw new RangeError('a fact beyond its bounds');
  writeState(calculator, state);
  if (calculator.settle(0) !== 0) return undefined;
  return { outcomes: readOutcomes(calculator, 0), state: readState(calculator) };
}
