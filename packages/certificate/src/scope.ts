import type { Rational } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import type { Joint, Side } from './joint.ts';
import type { Known, Question } from './known.ts';
import { decideFact, decideForm } from './known.ts';
import type { Linear } from './linear.ts';
import { difference, halfSpaceOf } from './linear.ts';
import type { Terms } from './terms.ts';

/** What an expression comes to in every case of one part of the domain. */
export type Outcome =
  | { readonly status: 'value'; readonly value: Value }
  | { readonly status: 'absent' }
  | { readonly status: 'missing' };

export type Value =
  | { readonly kind: 'number'; readonly form: Linear }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'member'; readonly member: string }
  /** An enumeration or a text that is not looked at: the value of a fact. */
  | { readonly kind: 'unread'; readonly source: string; readonly values?: readonly string[] }
  | { readonly kind: 'set'; readonly members: readonly string[] }
  | { readonly kind: 'unread-set'; readonly source: string; readonly values: readonly string[] };

/** One reading of one side: what is known, and the first question that is not answered by it. */
export interface Scope {
  readonly joint: Joint;
  readonly side: Side;
  readonly terms: Terms;
  readonly known: Known;
  readonly open: { question?: Question };
  readonly definitions: Map<string, Outcome>;
  /** Accumulators are read as the claim leaves them. */
  readonly isAfter?: boolean;
  /** The member at hand inside of a set aggregate. */
  readonly element?: string;
}

export type Evaluate = (expr: Expr, scope: Scope) => Outcome;

export const absent: Outcome = { status: 'absent' };
export const missing: Outcome = { status: 'missing' };

export function numberOf(form: Linear): Outcome {
  return { status: 'value', value: { kind: 'number', form } };
}

export function truthOf(value: boolean): Outcome {
  return { status: 'value', value: { kind: 'truth', value } };
}

/**
 * The answer to a question, where what is known answers it.
 *
 * Else it is taken down as open, and any answer is given: nothing may be made of what was evaluated then.
 */
function answered(scope: Scope, question: Question, known: boolean | undefined): boolean {
  if (known === undefined) scope.open.question ??= question;
  return known ?? true;
}

export function isAtLeastZero(scope: Scope, form: Linear): boolean {
  if (form.coefficients.size === 0) return form.constant.numerator >= 0n;
  const question: Question = { kind: 'number', ...halfSpaceOf(form) };
  return answered(scope, question, decideForm(scope.known, form));
}

export function isAtLeastForm(scope: Scope, left: Linear, right: Linear): boolean {
  return isAtLeastZero(scope, difference(left, right));
}

export function isAmong(scope: Scope, source: string, values: readonly string[]): boolean {
  const question = { kind: 'among', source, values } as const;
  return answered(scope, question, decideFact(scope.known, question));
}

export function isHolding(scope: Scope, source: string, values: readonly string[]): boolean {
  const question = { kind: 'holds', source, values } as const;
  return answered(scope, question, decideFact(scope.known, question));
}

export function isOpen({ open }: Scope): boolean {
  return open.question !== undefined;
}

/** Values of operands, or what one of them is instead: undetermined before 不适用. */
export function valuesOf(
  exprs: readonly Expr[],
  scope: Scope,
  evaluate: Evaluate,
): readonly Value[] | Exclude<Outcome, { status: 'value' }> {
  const outcomes = exprs.map((expr) => evaluate(expr, scope));
  if (outcomes.some(({ status }) => status === 'missing')) return { status: 'missing' };
  if (outcomes.some(({ status }) => status === 'absent')) return { status: 'absent' };
  return outcomes.flatMap((each) => (each.status === 'value' ? [each.value] : []));
}

export function formOf(value: Value | undefined): Linear {
  if (value?.kind !== 'number') throw new Error('no number');
  return value.form;
}

export function textOf({ numerator, denominator }: Rational): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}
