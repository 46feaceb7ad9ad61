import type { Rational } from '@tiaoli/base';
import { compare, subtract } from '@tiaoli/base';
import type { Outcome, State } from '@tiaoli/interpreter';
import { checkFacts, interpretStep, isNumber, isSameValue } from '@tiaoli/interpreter';
import type { Expr, Program, ReferenceData } from '@tiaoli/ir';
import { isNumeric } from '@tiaoli/ir';
import { partOf } from './cells.ts';
import type { Assumption, Claim, Witness } from './claims.ts';
import { isCertified } from './claims.ts';
import type { Joint } from './joint.ts';
import { referenceOf } from './joint.ts';
import type { CertificateCode } from './messages.ts';
import type { Result } from './results.ts';

/** What is needed to settle a case: the result on both sides, and what is taken for granted. */
export interface Replaying {
  readonly pair: readonly [Result, Result];
  readonly assumptions: readonly Assumption[];
}

/** Settles every case of a claim on both sides; what is wrong where it does not come to what is claimed. */
export function replayWitnesses(
  joint: Joint,
  claim: Claim,
  replaying: Replaying,
): CertificateCode | undefined {
  const found: Rational[] = [];
  let isChanged = false;
  for (const witness of claim.witnesses) {
    if (!isAdmitted(joint, claim, witness, replaying.assumptions)) return refuted;
    const reference = referenceOf(joint);
    const [before, after] = [joint.before, joint.after].map(({ program }, at) =>
      outcomeOf({ program, reference }, replaying.pair[at === 0 ? 0 : 1], witness),
    );
    if (!before || !after) throw new Error('a comparison has two sides');
    const gap = gapOf(before, after);
    if (gap) found.push(gap);
    if (gap && !isWithin(gap, claim)) return refuted;
    if (!isSameOutcome(before, after)) isChanged = true;
  }
  return isCertified(claim) && !isBorneOut(claim, found, isChanged) ? unfounded : undefined;
}

const refuted = 'certificate-witness-refuted';
const unfounded = 'certificate-state-unfounded';

/** An exact change is attained at both ends; a bounded one has a case at all. */
function isBorneOut({ state, low, high }: Claim, found: readonly Rational[], isChanged: boolean) {
  if (state === 'changed-bounded') return isChanged;
  if (state !== 'changed-exact') return true;
  if (!low && !high) return isChanged;
  const isAttained = (end: Rational | undefined): boolean =>
    end !== undefined && found.some((each) => compare(each, end) === 0);
  return isChanged && isAttained(low) && isAttained(high);
}

function isWithin(gap: Rational, { low, high }: Claim): boolean {
  return (!low || compare(gap, low) >= 0) && (!high || compare(gap, high) <= 0);
}

/** The case lies in the part that the claim is about, both sides accept it, and its state is one that may be. */
function isAdmitted(
  joint: Joint,
  { facts: cell }: Claim,
  { facts, state }: Witness,
  assumptions: readonly Assumption[],
): boolean {
  const { before, after } = joint;
  const reference = referenceOf(joint);
  const programs = [before.program, after.program];
  if (programs.some((program) => checkFacts(program, facts).length > 0)) return false;
  if (!programs.every((program) => isStateOf(program, state))) return false;
  const isInside = [...cell].every(([id, values]) => {
    const asked: Expr = { kind: 'input', input: id };
    const { program } = before.index.inputs.has(id) ? before : after;
    const outcome = evaluate({ program, reference }, asked, { facts, state });
    return outcome.status === 'value' && values.includes(partOf(outcome.value));
  });
  const isReachable = assumptions.every(({ kind, condition }) => {
    if (kind === 'fact') return true;
    const outcome = evaluate({ program: before.program, reference }, condition, { facts, state });
    return outcome.status !== 'value' || outcome.value !== false;
  });
  return isInside && isReachable;
}

/** Every value is of the type of its accumulator, and a number of its steps. */
function isStateOf({ accumulators }: Program, state: State): boolean {
  return accumulators.every(({ name, type, denominator = '1' }) => {
    const values = [...(state.get(name)?.values() ?? [])].map(({ value }) => value);
    return values.every((value) => {
      if (!isNumeric(type))
        return typeof value === (type.kind === 'boolean' ? 'boolean' : 'string');
      return isNumber(value) && BigInt(denominator) % value.denominator === 0n;
    });
  });
}

function gapOf(before: Outcome, after: Outcome): Rational | undefined {
  if (before.status !== 'value' || after.status !== 'value') return undefined;
  const [left, right] = [before.value, after.value];
  return isNumber(left) && isNumber(right) ? subtract(right, left) : undefined;
}

function isSameOutcome(before: Outcome, after: Outcome): boolean {
  if (before.status !== 'value' || after.status !== 'value') return before.status === after.status;
  return isSameValue(before.value, after.value);
}

/** A program, and what it is settled with beside the facts. */
interface Settling {
  readonly program: Program;
  readonly reference: ReferenceData;
}

function outcomeOf(
  settling: Settling,
  { accumulator, definition }: Result,
  witness: Witness,
): Outcome {
  if (accumulator === undefined)
    return evaluate(settling, { kind: 'definition', definition }, witness);
  const { program, reference } = settling;
  const { state } = interpretStep(program, witness.state, witness.facts, { reference });
  return evaluate(settling, { kind: 'accumulator', accumulator }, { ...witness, state });
}

/** The expression becomes a definition of its own, last in the order. */
function evaluate(
  { program, reference }: Settling,
  body: Expr,
  { facts, state }: Witness,
): Outcome {
  const [model] = program.definitions;
  if (!model) throw new Error('a program has definitions');
  const asked = { ...model, id: question, entity: question, body };
  const asking = { ...program, definitions: [...program.definitions, asked] };
  const options = { only: [question], reference };
  const outcome = interpretStep(asking, state, facts, options).outcomes.get(question);
  if (!outcome) throw new Error('the question has an answer');
  return outcome;
}

const question = '?';
