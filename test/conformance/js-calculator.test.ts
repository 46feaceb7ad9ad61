import { chineseWorkingDays } from '@tiaoli/calendar';
import type { Calculator } from '@tiaoli/compiler';
import { analyse, loadCalculator, readSteps, runCalculator } from '@tiaoli/compiler';
import type { State } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Expr, Program } from '@tiaoli/ir';
import { verify, walkExpr } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { printOutcomes, printState } from './adapters/comparable.ts';
import { printSteps, printTrace } from './adapters/comparable-steps.ts';
import { randomFacts } from './random-facts.ts';
import { randomProgram } from './random-program.ts';
import { randomSource } from './random-source.ts';

const seed = 20_260_101;
const programs = 250;
const claims = 5;
const reference = { workingDays: chineseWorkingDays };

const emissions = [
  { name: 'partial facts', facts: 'partial', traced: false },
  { name: 'complete facts', facts: 'complete', traced: false },
  { name: 'partial facts, traced', facts: 'partial', traced: true },
] as const;

test.each(emissions)(`JS = interpreter on $name (seed ${seed})`, ({ facts, traced }) => {
  for (let index = 0; index < programs; index += 1) {
    const program = randomProgram(randomSource(seed + index));
    const calculator = loadCalculator(program, { facts, traced });
    compareYear(program, calculator, { seed: seed + index, gaps: facts === 'partial', traced });
  }
});

function compareYear(
  program: Program,
  calculator: Calculator,
  run: { readonly seed: number; readonly gaps: boolean; readonly traced: boolean },
): void {
  const random = randomSource(run.seed * 31 + 7);
  let state: State = emptyState;
  let held: State = emptyState;
  for (let claim = 0; claim < claims; claim += 1) {
    const facts = randomFacts(random, run.gaps);
    const expected = interpretStep(program, state, facts, { trace: run.traced, reference });
    const actual = runCalculator(calculator, held, facts, reference);
    const where = `seed ${run.seed}, claim ${claim}`;
    expect(printOutcomes(actual.outcomes), where).toEqual(
      printOutcomes(expected.outcomes, actual.outcomes),
    );
    expect(printState(actual.state), where).toEqual(printState(expected.state));
    if (actual.steps) {
      const steps = printSteps(readSteps(calculator, actual.steps));
      expect(steps, where).toEqual(printTrace(expected.trace ?? [], steps));
    }
    state = expected.state;
    held = actual.state;
  }
}

/** The kinds that a bound program can have; `parameter` and `dated` are gone by then. */
const kinds: readonly Expr['kind'][] = [
  'literal',
  'input',
  'definition',
  'accumulator',
  'element',
  'lookup',
  'arithmetic',
  'extremum',
  'brackets',
  'round',
  'floor-divide',
  'quotient',
  'compare',
  'logic',
  'not',
  'cases',
  'combine',
  'not-applicable',
  'undetermined',
  'or-else',
  'present',
  'member',
  'intersects',
  'set-aggregate',
  'child-aggregate',
  'date-part',
  'date-shift',
  'working-day-shift',
];

test('the programs are well typed and hold every kind of expression, in doubles and beyond', () => {
  const histogram = new Map<string, number>(kinds.map((kind) => [kind, 0]));
  let wide = 0;
  for (let index = 0; index < programs; index += 1) {
    const program = randomProgram(randomSource(seed + index));
    expect(verify(program), `seed ${seed + index}`).toEqual([]);
    for (const { body } of program.definitions) {
      walkExpr(body, ({ kind }) => histogram.set(kind, (histogram.get(kind) ?? 0) + 1));
    }
    wide += [...analyse(program).definitions.values()].filter((facts) => facts.wide).length;
  }
  expect([...histogram].filter(([, count]) => count < 30)).toEqual([]);
  expect(wide).toBeGreaterThan(30);
});
