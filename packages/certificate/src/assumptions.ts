import type { Accumulator, Expr } from '@tiaoli/ir';
import { isBelowEvent, isNumeric, mapExpr, noMoney, startsAbsent } from '@tiaoli/ir';
import type { Assumption } from './claims.ts';
import { evaluateExpr } from './evaluate-expr.ts';
import type { Joint, Side } from './joint.ts';
import type { Known, Question } from './known.ts';
import { nothingKnown } from './known.ts';
import { scopeOn } from './results.ts';
import type { Outcome } from './scope.ts';
import { accumulatorsIn } from './state-conditions.ts';
import { noTerms } from './terms.ts';

/** The sides that declare an invariant of facts with this condition. */
export function sidesOf({ before, after }: Joint, condition: Expr): readonly Side[] {
  const text = JSON.stringify(condition);
  return [before, after].filter(({ program, index }) =>
    program.declarations.some(
      (each) =>
        each.kind === 'invariant' &&
        !isBelowEvent(each.entity, index) &&
        JSON.stringify(each.condition) === text,
    ),
  );
}

/** Whether no case here obeys an assumption; a question where it hangs on one. */
export function refuses(joint: Joint, known: Known, assumption: Assumption): boolean | Question {
  const sides = assumption.kind === 'fact' ? sidesOf(joint, assumption.condition) : [joint.before];
  for (const side of sides) {
    const scope = scopeOn(joint, side, known.terms, known);
    const outcome = evaluateExpr(assumption.condition, scope);
    if (scope.open.question) return scope.open.question;
    if (isFalse(outcome)) return true;
  }
  return false;
}

/** What is undetermined or 不适用 breaks nothing. */
function isFalse(outcome: Outcome): boolean {
  return (
    outcome.status === 'value' && outcome.value.kind === 'truth' && outcome.value.value === false
  );
}

/** Whether the state that a claim of one side leaves behind obeys an assumption; a question where it hangs on one. */
export function stateKept(
  joint: Joint,
  known: Known,
  side: 'before' | 'after',
  { condition }: Assumption,
): boolean | Question {
  const scope = scopeOn(joint, joint[side], known.terms, known);
  const outcome = evaluateExpr(condition, { ...scope, isAfter: true });
  return scope.open.question ?? !isFalse(outcome);
}

/**
 * Whether a condition is one of which induction over the claims is enough: it reads nothing but numbers of the state that
 * begin at zero and begin anew together, under one key, and holds of zero.
 */
export function isAboutState(joint: Joint, condition: Expr): boolean {
  const ids = accumulatorsIn(condition);
  const read = ids?.map((id) => joint.before.index.accumulators.get(id)) ?? [];
  if (!read.every((each) => each !== undefined && isPlainNumber(joint, each))) return false;
  const keepings = new Set(
    read.map((each) => JSON.stringify([each?.period, each?.on, each?.instance, each?.by])),
  );
  return keepings.size === 1 && holdsAtZero(joint, condition);
}

/** Both sides have it and keep it alike; nothing of it is written under another key. */
function isPlainNumber({ after, unlike }: Joint, held: Accumulator): boolean {
  return (
    isNumeric(held.type) &&
    !startsAbsent(held) &&
    !unlike.has(held.id) &&
    [held, after.index.accumulators.get(held.id)].every((each) => each && !each.writes?.length)
  );
}

function holdsAtZero(joint: Joint, condition: Expr): boolean {
  const atZero = mapExpr(condition, (expr) => (expr.kind === 'accumulator' ? noMoney : expr));
  const known = nothingKnown(noTerms(), joint.domains);
  const scope = scopeOn(joint, joint.before, known.terms, known);
  const outcome = evaluateExpr(atZero, scope);
  const { status } = outcome;
  return scope.open.question === undefined && status === 'value' && !isFalse(outcome);
}

/** Whether a claim that one side settles obeys an assumption: of facts only what that side declares itself. */
export function isUsableOn(
  joint: Joint,
  side: 'before' | 'after',
  assumption: Assumption,
): boolean {
  if (assumption.kind === 'state') return true;
  return sidesOf(joint, assumption.condition).some(({ name }) => name === side);
}
