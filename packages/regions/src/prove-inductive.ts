import type { Facts, State } from '@tiaoli/interpreter';
import { emptyState, interpretStep } from '@tiaoli/interpreter';
import type { Accumulator, Expr, ModuleIndex, Program } from '@tiaoli/ir';
import { mapExpr, notApplicable, numberLiteral, startsAbsent } from '@tiaoli/ir';
import type { Claim, Reading, Side } from './claim.ts';
import type { Witness, WitnessAnswer, WitnessOptions } from './find-witness.ts';
import { findWitness } from './find-witness.ts';
import { readSetOf } from './read-set.ts';
import { replay } from './replay.ts';
import type { GaveUp } from './search.ts';
import type { RegionSession } from './session.ts';
import { analysisOf, referenceOf } from './session.ts';

/** Whether something that is said of the accumulators is true before every claim of every history. */
export type InductionAnswer =
  /** Proved: it holds before any claim, and each claim and each new period keeps it. */
  | { readonly kind: 'inductive' }
  /** A person's claims from the first on, after the last of which it is false; replayed. */
  | {
      readonly kind: 'broken';
      readonly claims: readonly Facts[];
      readonly states: readonly State[];
    }
  /** One claim breaks it from a state that nobody may ever reach: it cannot be used, and may yet be true. */
  | { readonly kind: 'not-kept'; readonly witness: Witness }
  | { readonly kind: 'undecided'; readonly reasons: readonly InductionGap[] };

/** Also: it reads facts of a claim (`facts`), or accumulators with keys of their own (`keys`). */
export type InductionGap = GaveUp | 'facts' | 'keys' | 'contradicted';

/** Different claims of a person are tried up to so many; one and the same claim, again and again, up to more. */
const mostClaims = 3;
const mostRepeats = 60;

/**
 * Proves an invariant of the accumulators by induction over the claims of one program.
 *
 * `invariant` reads accumulators and constants. `given` may hold what was proved before. It says nothing of a state that
 * another program has left behind.
 */
export function proveInductive(
  session: RegionSession,
  program: Program,
  invariant: Expr,
  options: WitnessOptions = {},
): InductionAnswer {
  const asked = askInduction(session, program, invariant, options);
  if (asked.kind !== 'asked') return asked;
  const { side, answers } = asked;
  if (answers.every(({ kind }) => kind === 'never')) return { kind: 'inductive' };
  return (
    breakingClaims(session, side, invariant, options) ??
    repeatedClaims(session, answers.at(-1), side, invariant) ??
    worst(answers)
  );
}

/** Whether it is proved, as `proveInductive` would; where it is not nobody looks why. */
export function isInductive(
  session: RegionSession,
  program: Program,
  invariant: Expr,
  options: WitnessOptions = {},
): boolean {
  const asked = askInduction(session, program, invariant, options);
  return asked.kind === 'asked' && asked.answers.every(({ kind }) => kind === 'never');
}

interface AskedInduction {
  readonly kind: 'asked';
  readonly side: Side;
  /** Whether it may be false before the first claim, when a period begins, after a claim: the last one. */
  readonly answers: readonly WitnessAnswer[];
}

function askInduction(
  session: RegionSession,
  program: Program,
  invariant: Expr,
  options: WitnessOptions,
): AskedInduction | Exclude<InductionAnswer, { kind: 'inductive' }> {
  const { index } = analysisOf(session, program);
  const read = readSetOf(program, index, [invariant]);
  const accumulators = [...read.accumulators].flatMap((id) => index.accumulators.get(id) ?? []);
  const refused = refuse(invariant, accumulators, program, index);
  if (refused) return { kind: 'undecided', reasons: [refused] };
  const side: Side = { name: '', program, changes: [] };
  const atFirst = findWitness(session, isFalse(of(side, invariant)), {
    ...options,
    firstClaim: true,
  });
  if (atFirst.kind === 'found') return { kind: 'broken', claims: [], states: [emptyState] };
  const holds: Claim = { kind: 'holds', of: of(side, invariant) };
  const answers = [
    atFirst,
    ...resets(accumulators).map((group) =>
      ask(session, holds, isFalse(of(side, withReset(invariant, group))), options),
    ),
    ask(session, holds, isFalse(of({ ...side, after: true }, invariant)), options),
  ];
  return { kind: 'asked', side, answers };
}

function of(side: Side, value: Expr): Reading {
  return { side, value };
}

/** Known to be false: what is undetermined or 不适用 says nothing. */
function isFalse(reading: Reading): Claim {
  const holds: Claim = { kind: 'holds', of: reading };
  return {
    kind: 'all',
    parts: [
      { kind: 'valued', of: reading },
      { kind: 'not', part: holds },
    ],
  };
}

function ask(
  session: RegionSession,
  before: Claim,
  broken: Claim,
  options: WitnessOptions,
): WitnessAnswer {
  return findWitness(session, { kind: 'all', parts: [before, broken] }, options);
}

/** An invariant of facts is none of the state; keys of their own make states that are not one person's. */
function refuse(
  invariant: Expr,
  accumulators: readonly Accumulator[],
  program: Program,
  index: ModuleIndex,
): InductionGap | undefined {
  const values = accumulators.reduce<Expr>(
    (expr, accumulator) => withReset(expr, [accumulator]),
    invariant,
  );
  if (readSetOf(program, index, [values]).inputs.size > 0) return 'facts';
  return accumulators.some(({ by }) => by.length > 0) ? 'keys' : undefined;
}

/** Accumulators that begin anew together, and every choice of them that may begin while the others go on. */
function resets(accumulators: readonly Accumulator[]): readonly (readonly Accumulator[])[] {
  const groups = [...Map.groupBy(accumulators, periodOf).values()];
  let choices: readonly (readonly Accumulator[])[] = [[]];
  for (const group of groups) choices = [...choices, ...choices.map((each) => each.concat(group))];
  return choices.filter(({ length }) => length > 0 && length < accumulators.length);
}

function periodOf({ period, on, instance }: Accumulator): string {
  return `${period} ${on} ${JSON.stringify(instance ?? null)}`;
}

/** The invariant where some accumulators are as before the first claim. */
function withReset(invariant: Expr, group: readonly Accumulator[]): Expr {
  return mapExpr(invariant, (expr) => {
    if (expr.kind !== 'accumulator') return expr;
    const reset = group.find(({ id }) => id === expr.accumulator);
    if (!reset) return expr;
    return startsAbsent(reset) ? notApplicable(reset.type, '') : numberLiteral(reset.type, 0);
  });
}

/** The fewest claims of a person, from the first on, after which the invariant is false. */
function breakingClaims(
  session: RegionSession,
  side: Side,
  invariant: Expr,
  options: WitnessOptions,
): InductionAnswer | undefined {
  for (let claim = 1; claim <= mostClaims; claim += 1) {
    const last: Side = { ...side, claim, after: true };
    const answer = findWitness(session, isFalse(of(last, invariant)), {
      ...options,
      firstClaim: true,
    });
    if (answer.kind === 'found') return { kind: 'broken', ...historyOf(session, answer.witness) };
  }
  return undefined;
}

/** The claim that breaks it from some state, made again and again from the first on. */
function repeatedClaims(
  session: RegionSession,
  kept: WitnessAnswer | undefined,
  side: Side,
  invariant: Expr,
): InductionAnswer | undefined {
  if (kept?.kind !== 'found') return undefined;
  const { facts } = kept.witness;
  const broken = isFalse(of(side, invariant));
  const reference = referenceOf(session);
  const states: State[] = [emptyState];
  for (let state: State = emptyState; states.length <= mostRepeats; ) {
    state = interpretStep(side.program, state, facts, { reference }).state;
    states.push(state);
    if (!replay(broken, () => ({ facts, state }), reference).isTrue) continue;
    return { kind: 'broken', claims: states.slice(1).map(() => facts), states };
  }
  return undefined;
}

function historyOf(
  session: RegionSession,
  { history, side }: Witness,
): {
  readonly claims: readonly Facts[];
  readonly states: readonly State[];
} {
  const options = { reference: referenceOf(session) };
  const states = history.map(
    ({ facts, state }) => interpretStep(side.program, state, facts, options).state,
  );
  return { claims: history.map(({ facts }) => facts), states: [emptyState, ...states] };
}

function worst(answers: readonly WitnessAnswer[]): InductionAnswer {
  const found = answers.find(({ kind }) => kind === 'found');
  if (found?.kind === 'found') return { kind: 'not-kept', witness: found.witness };
  const reasons = answers.flatMap((answer): readonly InductionGap[] => {
    if (answer.kind === 'undecided') return answer.reasons;
    return answer.kind === 'contradicted' ? ['contradicted'] : [];
  });
  return { kind: 'undecided', reasons: [...new Set(reasons)] };
}
