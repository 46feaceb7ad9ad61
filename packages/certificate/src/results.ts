import type { Program, ValueType } from '@tiaoli/ir';
import { indexModule } from '@tiaoli/ir';
import { withGaps } from './day-terms.ts';
import { isSameOutcome } from './evaluate-choice.ts';
import { evaluateExpr } from './evaluate-expr.ts';
import type { Joint, Side } from './joint.ts';
import type { Known, Question } from './known.ts';
import type { Linear } from './linear.ts';
import { difference } from './linear.ts';
import type { Outcome, Scope } from './scope.ts';

/** A result of the step, or what it leaves behind, under the same key on both sides. */
export interface Result {
  /** `result ID`, `state ID` or `written ID PLACE`. */
  readonly key: string;
  readonly name: string;
  readonly type: ValueType;
  /** Of an accumulator after the claim. */
  readonly accumulator?: string;
  /** The definition that gives it; of an accumulator the one that writes it. */
  readonly definition: string;
}

/** Every result of a program, by key. */
export function resultsOf(program: Program): ReadonlyMap<string, Result> {
  const found = new Map<string, Result>();
  for (const { id, name, type, visibility } of program.definitions) {
    if (visibility !== 'result') continue;
    found.set(`result ${id}`, { key: `result ${id}`, name, type, definition: id });
  }
  const { definitions } = indexModule(program);
  for (const { id, name, type, next, writes = [] } of program.accumulators) {
    const key = `state ${id}`;
    found.set(key, { key, name, type, accumulator: id, definition: next });
    for (const [at, write] of writes.entries()) {
      const own = `written ${id} ${at}`;
      const written = definitions.get(write.next)?.type ?? type;
      found.set(own, { key: own, name, type: written, definition: write.next });
    }
  }
  return found;
}

/** How a result of both sides differs in one part of the domain. */
export type Difference =
  /** It hangs on something that is not known. */
  | { readonly kind: 'open'; readonly question: Question }
  /** The same on both sides, whatever it is. */
  | { readonly kind: 'alike' }
  /** Neither side has a value. */
  | { readonly kind: 'neither' }
  /** After less before: a number. */
  | { readonly kind: 'amount'; readonly form: Linear }
  /** Other values that are no numbers. */
  | { readonly kind: 'unlike' }
  /** 不适用 on one side, or undetermined. */
  | { readonly kind: 'status'; readonly isApplicability: boolean };

export function scopeOn(joint: Joint, side: Side, terms: Scope['terms'], known: Known): Scope {
  return { joint, side, terms, known, open: {}, definitions: new Map() };
}

/** Both sides compute it alike, from the same facts and the same state. */
export function isSameMeaning({ before, after, unlike }: Joint, result: Result, other: Result) {
  if (result.accumulator !== undefined && unlike.has(result.accumulator)) return false;
  return before.meanings.get(result.definition) === after.meanings.get(other.definition);
}

export function differenceOf(
  joint: Joint,
  known: Known,
  [old, now]: readonly [Result, Result],
): Difference {
  if (isSameMeaning(joint, old, now)) return { kind: 'alike' };
  const { terms } = known;
  const scopes = [joint.before, joint.after].map((side) => scopeOn(joint, side, terms, known));
  const [one, other] = scopes;
  if (!one || !other) throw new Error('a comparison has two sides');
  const before = readResult(old, one);
  const after = readResult(now, other);
  const isEqual = isQuiet(before, after) || isSameOutcome(other, before, after);
  const question = one.open.question ?? other.open.question;
  if (question) return { kind: 'open', question };
  if (before.status !== after.status) {
    const isApplicability = before.status !== 'missing' && after.status !== 'missing';
    return { kind: 'status', isApplicability };
  }
  if (before.status !== 'value' || after.status !== 'value') return { kind: 'neither' };
  const [left, right] = [before.value, after.value];
  if (left.kind === 'number' && right.kind === 'number') {
    const form = difference(right.form, left.form);
    const { calendar } = joint;
    return { kind: 'amount', form: calendar ? withGaps(calendar, known, form) : form };
  }
  return { kind: isEqual ? 'alike' : 'unlike' };
}

/** Numbers are not asked whether they are equal: their difference is bounded. */
function isQuiet(before: Outcome, after: Outcome): boolean {
  const isNumber = (outcome: Outcome): boolean =>
    outcome.status === 'value' && outcome.value.kind === 'number';
  return isNumber(before) || isNumber(after);
}

function readResult({ accumulator, definition }: Result, scope: Scope): Outcome {
  return accumulator === undefined
    ? evaluateExpr({ kind: 'definition', definition }, scope)
    : evaluateExpr({ kind: 'accumulator', accumulator }, { ...scope, isAfter: true });
}
