import { chineseWorkingDays } from '@tiaoli/calendar';
import type { BulkCalculator } from '@tiaoli/compiler';
import {
  bulkCalculator,
  emitWasm,
  fillClaims,
  readOutcomes,
  readState,
  writeCell,
  writeState,
} from '@tiaoli/compiler';
import type { Facts, State, StepResult } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { printOutcomes, printState } from './adapters/comparable.ts';
import { randomFacts } from './random-facts.ts';
import { randomProgram } from './random-program.ts';
import { randomSource } from './random-source.ts';

const claims = 5;
const reference = { workingDays: chineseWorkingDays };

export interface YearVerdict {
  /** What differs, in words. */
  readonly problems: readonly string[];
  /** True where a number went beyond 64 bits, so that there was nothing to compare. */
  readonly flagged: boolean;
}

/** A random program and a year of random claims, by the interpreter and by a module: in one fold, then claim by claim. */
export function compareBulkYear(seed: number, facts: 'partial' | 'complete'): YearVerdict {
  const program = randomProgram(randomSource(seed));
  const { emitted, diagnostics } = emitWasm(program, {
    facts,
    // Where few results are asked for, much is read in one place alone, and is worked out there.
    ...(seed % 2 === 1 && { results: program.definitions.slice(-2).map(({ id }) => id) }),
    capacity: { rows: 8, people: 2, groups: 1 },
  });
  if (!emitted) {
    return { problems: diagnostics.map(({ code }) => `refused: ${code}`), flagged: false };
  }
  const calculator = bulkCalculator(emitted, program, reference);
  const year = yearOf(program, seed, facts === 'partial');
  fillClaims(calculator, year.claims);
  if (calculator.admit(0, claims) !== 0) return { problems: ['not admitted'], flagged: false };
  const folded = foldProblems(calculator, year);
  if (!folded) return { problems: [], flagged: true };
  return { problems: [...folded, ...stepProblems(calculator, year)], flagged: false };
}

interface Year {
  readonly claims: readonly Facts[];
  readonly steps: readonly StepResult[];
}

function yearOf(program: Program, seed: number, gaps: boolean): Year {
  const random = randomSource(seed * 31 + 7);
  let state: State = emptyState;
  const given = Array.from({ length: claims }, () => randomFacts(random, gaps));
  const steps = given.map((facts) => {
    const step = interpretStep(program, state, facts, { reference });
    state = step.state;
    return step;
  });
  return { claims: given, steps };
}

/** Undefined where the flag was raised. */
function foldProblems(calculator: BulkCalculator, { steps }: Year): readonly string[] | undefined {
  const { memory, layout } = calculator;
  writeCell(memory, layout.people, 0, 0);
  writeCell(memory, layout.people, 1, claims);
  if (calculator.fold(0, 1) !== 0) return undefined;
  return [
    ...steps.flatMap((step, row) => differences(outcomesAt(calculator, row, step), `claim ${row}`)),
    ...differences(statesAt(calculator, steps.at(-1)?.state ?? emptyState), 'state'),
  ];
}

function stepProblems(calculator: BulkCalculator, { steps }: Year): readonly string[] {
  let before: State = emptyState;
  return steps.flatMap((step, row) => {
    writeState(calculator, before);
    before = step.state;
    if (calculator.settle(row) !== 0) return [`claim ${row}: flagged by itself alone`];
    return [outcomesAt(calculator, row, step), statesAt(calculator, step.state)].flatMap((sides) =>
      differences(sides, `claim ${row} by itself`),
    );
  });
}

type Texts = Readonly<Record<string, string>>;

function outcomesAt(calculator: BulkCalculator, row: number, { outcomes }: StepResult) {
  const actual = readOutcomes(calculator, row);
  return { expected: printOutcomes(outcomes, actual), actual: printOutcomes(actual) };
}

function statesAt(calculator: BulkCalculator, state: State) {
  return { expected: printState(state), actual: printState(readState(calculator)) };
}

function differences(
  { expected, actual }: { readonly expected: Texts; readonly actual: Texts },
  where: string,
): readonly string[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
    .filter((key) => expected[key] !== actual[key])
    .map((key) => `${where}, ${key}: interpreter ${expected[key]}, module ${actual[key]}`);
}
