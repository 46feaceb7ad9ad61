import { chineseWorkingDays } from '@tiaoli/calendar';
import type { BulkCalculator, Calculator, CalculatorRun } from '@tiaoli/compiler';
import { checkDelegations, loadCalculator, runCalculator } from '@tiaoli/compiler';
import type { Facts, State, StepResult } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Module, Program, ReferenceData } from '@tiaoli/ir';
import { verify } from '@tiaoli/ir';
import { printOutcomes, printState } from './adapters/comparable.ts';
import { programsOf } from './bind-claims.ts';
import { loadBulk, runBulk } from './bulk-step.ts';
import { compareReference } from './compare-reference.ts';
import { exactFacts } from './exact-facts.ts';
import type { GeneratedPolicy } from './generate/policies.ts';
import type { GeneratedSequence, SettledByReference } from './generate/sequences.ts';
import { brokenIdentities } from './identities.ts';
import type { Bench } from './open-generated.ts';
import { brokenSpellings } from './spellings.ts';
import type { Tally } from './tally.ts';

/** What is wrong with one generated document, in words; nothing when all agree. */
export interface Verdict {
  readonly refused: boolean;
  readonly problems: readonly string[];
}

/** JavaScript, plain and traced, and WebAssembly. */
export type CalculatorKind = 'plain' | 'traced' | 'bulk';

/** How much is compared: some checks cost more than they find, so they run on a part of the seeds. */
export interface Extent {
  /** Which calculators are run beside the interpreter. */
  readonly calculators: readonly CalculatorKind[];
  /** Formatting and the other keyword language. */
  readonly spellings: boolean;
}

/** Settles the sequence of one document in every way there is and compares them all. */
export async function checkPolicy(
  bench: Bench,
  policy: GeneratedPolicy,
  sequence: GeneratedSequence,
  extent: Extent,
  tally?: Tally,
): Promise<Verdict> {
  const { module, errors, catalogues } = await bench.open(policy.texts, policy.files);
  if (!module) {
    return { refused: true, problems: errors.map(({ code, message }) => `${code}: ${message.zh}`) };
  }
  tally?.policy(policy, module);
  const reference = { workingDays: chineseWorkingDays, catalogues };
  const problems = [
    ...verify(module).map(({ code }) => `module: ${code}`),
    ...checkDelegations(module)
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => `delegation: ${code}`),
    ...settleAll(policy, sequence, { module, reference }, extent, tally),
  ];
  if (problems.length > 0 || !extent.spellings) return { refused: false, problems };
  return { refused: false, problems: await brokenSpellings(bench, policy, module) };
}

interface OpenedModule {
  readonly module: Module;
  readonly reference: ReferenceData;
}

interface BoundProgram {
  readonly program: Program;
  readonly plain?: Calculator;
  readonly traced?: Calculator;
  readonly bulk?: BulkCalculator;
}

function settleAll(
  policy: GeneratedPolicy,
  { claims, person }: GeneratedSequence,
  { module, reference }: OpenedModule,
  extent: Extent,
  tally: Tally | undefined,
): readonly string[] {
  const programFor = programsOf(module, policy.jurisdiction);
  const bound = new Map<Program, BoundProgram>();
  let state: State = emptyState;
  for (const [index, each] of claims.entries()) {
    const facts = exactFacts(module, each.claim, person);
    const program = programFor(facts);
    const known = bound.get(program) ?? boundProgram(program, reference, extent);
    const problems = bound.has(program)
      ? []
      : verify(program).map(({ code }) => `program: ${code}`);
    bound.set(program, known);
    tally?.claim(each.claim);
    const step = interpretStep(program, state, facts, { reference });
    problems.push(
      ...stepProblems(policy, known, { facts, state, reference, step, settled: each }, tally),
    );
    if (problems.length > 0) return problems.map((problem) => `claim ${index}: ${problem}`);
    state = step.state;
  }
  return [];
}

function boundProgram(
  program: Program,
  reference: ReferenceData,
  { calculators }: Extent,
): BoundProgram {
  const has = (kind: CalculatorKind): boolean => calculators.includes(kind);
  return {
    program,
    ...(has('plain') && { plain: loadCalculator(program, { facts: 'partial' }) }),
    ...(has('traced') && { traced: loadCalculator(program, { facts: 'partial', traced: true }) }),
    ...(has('bulk') && { bulk: loadBulk(program, reference) }),
  };
}

interface Step {
  readonly facts: Facts;
  readonly state: State;
  readonly reference: ReferenceData;
  readonly step: StepResult;
  readonly settled: SettledByReference;
}

function stepProblems(
  policy: GeneratedPolicy,
  { program, plain, traced, bulk }: BoundProgram,
  { facts, state, reference, step, settled }: Step,
  tally: Tally | undefined,
): readonly string[] {
  const differences = settled.expected
    ? compareReference(program, policy.model, settled.expected, step).map(
        ({ name, expected, actual }) => `${name}: reference ${expected}, interpreter ${actual}`,
      )
    : [];
  const emissions = [
    { name: 'plain', calculator: plain },
    { name: 'traced', calculator: traced },
  ].flatMap(({ name, calculator }) =>
    calculator ? runProblems(name, runCalculator(calculator, state, facts, reference), step) : [],
  );
  const run = bulk && runBulk(bulk, state, facts);
  if (bulk && !run) tally?.flagged();
  if (run) emissions.push(...runProblems('bulk', run, step));
  return [...differences, ...emissions, ...brokenIdentities(policy.model, step)];
}

function runProblems(
  name: string,
  run: Pick<CalculatorRun, 'outcomes' | 'state'>,
  step: StepResult,
): readonly string[] {
  const expected = { ...printOutcomes(step.outcomes, run.outcomes), ...printState(step.state) };
  const actual = { ...printOutcomes(run.outcomes), ...printState(run.state) };
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
    .filter((key) => expected[key] !== actual[key])
    .map((key) => `${key}: interpreter ${expected[key]}, ${name} calculator ${actual[key]}`);
}
