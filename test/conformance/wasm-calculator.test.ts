import { chineseWorkingDays } from '@tiaoli/calendar';
import type { BulkCalculator } from '@tiaoli/compiler';
import {
  bulkCalculator,
  emitWasm,
  fillClaims,
  readOutcomes,
  readState,
  writeState,
} from '@tiaoli/compiler';
import type { Facts, State, StepResult } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { printOutcomes, printState } from './adapters/comparable.ts';
import { randomFacts } from './random-facts.ts';
import { randomProgram } from './random-program.ts';
import { randomSource } from './random-source.ts';

const seed = 20_260_101;
const programs = 250;
const claims = 5;
const reference = { workingDays: chineseWorkingDays };

test.each(['partial', 'complete'] as const)(
  `WASM = interpreter on %s facts (seed ${seed})`,
  (facts) => {
    let [compared, flagged] = [0, 0];
    for (let index = 0; index < programs; index += 1) {
      const program = randomProgram(randomSource(seed + index));
      const { emitted, diagnostics } = emitWasm(program, {
        facts,
        capacity: { rows: 8, people: 2, groups: 1 },
      });
      expect(diagnostics, `seed ${seed + index}`).toEqual([]);
      if (!emitted) continue;
      const calculator = bulkCalculator(emitted, program, reference);
      const year = yearOf(program, { seed: seed + index, gaps: facts === 'partial' });
      const isUsable = compareYear(calculator, year, `seed ${seed + index}`);
      if (isUsable) compared += 1;
      else flagged += 1;
    }
    process.stdout.write(`${compared} years compared, ${flagged} flagged\n`);
    expect(compared).toBeGreaterThan(programs * 0.8);
  },
);

interface Year {
  readonly claims: readonly Facts[];
  readonly steps: readonly StepResult[];
}

function yearOf(program: Program, run: { readonly seed: number; readonly gaps: boolean }): Year {
  const random = randomSource(run.seed * 31 + 7);
  let state: State = emptyState;
  const given = Array.from({ length: claims }, () => randomFacts(random, run.gaps));
  const steps = given.map((facts) => {
    const step = interpretStep(program, state, facts, { reference });
    state = step.state;
    return step;
  });
  return { claims: given, steps };
}

/** In one fold, then claim by claim from the interpreter's state; false where the flag was raised. */
function compareYear(calculator: BulkCalculator, year: Year, where: string): boolean {
  fillClaims(calculator, year.claims);
  const { memory, layout } = calculator;
  memory.setInt32(layout.people.offset, 0, true);
  memory.setInt32(layout.people.offset + 4, year.claims.length, true);
  expect(calculator.admit(0, year.claims.length), where).toBe(0);
  if (calculator.fold(0, 1) !== 0) return false;
  expectSteps(calculator, year.steps, `${where}, fold`);
  expect(printState(readState(calculator)), where).toEqual(
    printState(year.steps.at(-1)?.state ?? emptyState),
  );
  let state: State = emptyState;
  year.steps.forEach((step, row) => {
    writeState(calculator, state);
    calculator.step(row);
    state = step.state;
    expect(printState(readState(calculator)), `${where}, claim ${row}`).toEqual(printState(state));
  });
  expectSteps(calculator, year.steps, where);
  return true;
}

function expectSteps(
  calculator: BulkCalculator,
  steps: readonly StepResult[],
  where: string,
): void {
  steps.forEach((step, row) => {
    const outcomes = readOutcomes(calculator, row);
    expect(printOutcomes(outcomes), `${where}, claim ${row}`).toEqual(
      printOutcomes(step.outcomes, outcomes),
    );
  });
}
