import { holdFacts, loadCalculator } from '@tiaoli/compiler';
import type { Behaviour, ClaimSequence, ResultDifference } from '@tiaoli/diff';
import { isSame } from '@tiaoli/diff';
import type { Facts, Outcome } from '@tiaoli/interpreter';
import { emptyState, interpretStep, isSameValue } from '@tiaoli/interpreter';
import type { Program, ReferenceData } from '@tiaoli/ir';
import { definitionRef, indexModule } from '@tiaoli/ir';
import { readSetOf } from '@tiaoli/regions';
import type { Policies } from '@tiaoli/workspace';
import { randomSource } from '../conformance/random-source.ts';
import { behaviourOf } from '../diff/open-pair.ts';
import { admissionOf } from './admission.ts';
import type { ClaimYear } from './claim-years.ts';
import { claimYears } from './claim-years.ts';
import type { CountEdit } from './count-edits.ts';
import { countEdits } from './count-edits.ts';
import { cellsOf, slotsOf } from './held-cells.ts';
import type { Earlier, Verdict } from './judge.ts';
import { judge, settleAgain } from './judge.ts';
import { lastProgram } from './mutant-bench.ts';

/** What is said of an accumulator that counts otherwise. */
export type CountFate =
  /** Claims one after the other show it, settled again. */
  | 'shown'
  /** Told as what only later claims feel, and no result of any claim reads it. */
  | 'read-by-none'
  /** Told as what only later claims feel; none was found that does, neither by the comparison nor among random ones. */
  | 'not-felt'
  /** Told as what only later claims feel, and random claims do; the comparison found none. */
  | 'not-shown'
  /** Proved: it never counts anything that is known. */
  | 'same'
  | 'undecided'
  /** A result of the claim itself is said to be another, or the claims do not show what is said. */
  | 'wrong';

export interface CountTrial extends Pick<Verdict, 'claims' | 'broken'> {
  readonly path: string;
  readonly kind: CountEdit['kind'];
  readonly name: string;
  readonly fate: CountFate;
}

export interface CountOptions {
  readonly seed: number;
  readonly persons: number;
  readonly kinds: readonly CountEdit['kind'][];
}

/** The last version of a document with each accumulator counting otherwise, and claims of many persons on both sides. */
export function* tryCounting(
  policies: Policies,
  path: string,
  { seed, persons, kinds }: CountOptions,
): Generator<CountTrial> {
  const program = lastProgram(policies, path);
  const edits = program ? countEdits(program).filter(({ kind }) => kinds.includes(kind)) : [];
  if (!program || edits.length === 0) return;
  const isAdmitted = admissionOf(program, policies.reference);
  const years = [...claimYears(program, isAdmitted, randomSource(seed).below, persons)];
  let earlier: Earlier | undefined;
  for (const { kind, accumulator, program: edited } of edits) {
    const behaviour = behaviourOf(program, edited);
    earlier = settleAgain(earlier, behaviour, years, policies.reference);
    const { claims, broken } = judge(behaviour, earlier, policies.reference);
    const { name, id } = accumulator;
    const told = fateOf(behaviour.results, [program, edited], id);
    const isSeen = told === 'not-felt' && isFelt(behaviour, years, policies.reference);
    yield { path, kind, name, fate: isSeen ? 'not-shown' : told, claims, broken };
  }
}

function fateOf(
  results: readonly ResultDifference[],
  [before, after]: readonly [Program, Program],
  accumulator: string,
): CountFate {
  const moved = results.filter(({ state }) => !isSame(state));
  if (moved.some(({ state, sequence }) => state === 'undecided' && !sequence)) return 'undecided';
  const [found, ...others] = moved;
  if (!found) return 'same';
  if (others.length > 0 || found.kind !== 'state') return 'wrong';
  if (found.sequence) return isShownBy(found.sequence, before, after) ? 'shown' : 'wrong';
  if (!found.onlyLater) return 'wrong';
  return readByLater(before).has(accumulator) ? 'not-felt' : 'read-by-none';
}

/** Whether a result of some claim is another where each side keeps its own state. */
function isFelt(
  behaviour: Behaviour,
  years: readonly ClaimYear[],
  reference: ReferenceData,
): boolean {
  const [before, after] = [behaviour.before, behaviour.after].map((program) =>
    loadCalculator(program, { facts: 'partial' }),
  );
  if (!before || !after) throw new Error('a comparison has two sides');
  const slots = slotsOf(behaviour, before.tables, after.tables).filter(
    ({ rows }) => rows.kind === 'result',
  );
  return years.some((year) => {
    let [left, right] = [before.zero(), after.zero()];
    return year.some((facts) => {
      const held = holdFacts(facts, before.tables);
      if (!before.admits(left, held) || !after.admits(right, held)) return false;
      const [old, now] = [before.step(left, held, reference), after.step(right, held, reference)];
      [left, right] = [old.state, now.state];
      return slots.some((slot) =>
        cellsOf(slot, [old.state, old, now]).some(({ isAlike }) => !isAlike),
      );
    });
  });
}

/** Accumulators that a result of some later claim depends on, through others too. */
function readByLater(program: Program): ReadonlySet<string> {
  const results = program.definitions.filter(({ visibility }) => visibility === 'result');
  const read = results.map(({ id }) => definitionRef(id));
  return readSetOf(program, indexModule(program), read, true).accumulators;
}

/** Several claims, of which the last alone comes to another result: as both sides were said to come to. */
function isShownBy(
  { claims, result, before, after }: ClaimSequence,
  old: Program,
  now: Program,
): boolean {
  const [was, is] = [old, now].map((program) => lastOf(program, claims, result.name));
  if (!was || !is || claims.length < 2) return false;
  return isAlike(was, before) && isAlike(is, after) && !isAlike(was, is);
}

function lastOf(program: Program, claims: readonly Facts[], name: string): Outcome | undefined {
  const shown = program.definitions.find(
    (each) => each.name === name && each.visibility === 'result',
  );
  let state = emptyState;
  let last: Outcome | undefined;
  for (const facts of claims) {
    const step = interpretStep(program, state, facts);
    state = step.state;
    last = shown && step.outcomes.get(shown.id);
  }
  return last;
}

function isAlike(left: Outcome, right: Outcome): boolean {
  if (left.status === 'value' && right.status === 'value') {
    return isSameValue(left.value, right.value);
  }
  return left.status === right.status;
}

/** Counts by kind and by what is said. */
export function countsText(trials: readonly CountTrial[]): string {
  const kinds = Map.groupBy(trials, ({ kind }) => kind);
  const lines = [...kinds].map(([kind, own]) => {
    const fates = Map.groupBy(own, ({ fate }) => fate);
    const counts = [...fates].map(([fate, { length }]) => `${length} ${fate}`);
    return `  counts ${kind}: ${counts.join(', ')}\n`;
  });
  const claims = trials.reduce((sum, trial) => sum + trial.claims, 0);
  return `${trials.length} accumulators that count otherwise, ${claims} claims on both sides\n${lines.join('')}`;
}
