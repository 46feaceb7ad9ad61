import type { Rational } from '@tiaoli/base';
import { assertNever, parseRational, rational } from '@tiaoli/base';
import type { Brackets, Expr, FloorDivide, Quotient } from '@tiaoli/ir';
import { isAboveZero, isZero, negate } from './conditions.ts';
import { fewValues } from './few-values.ts';
import type { Bounds } from './integers.ts';
import { ceilingDivide } from './integers.ts';
import type { Form } from './linear-form.ts';
import {
  addForms,
  constantOf,
  isConstant,
  keyOfForm,
  scaleForm,
  subtractForms,
  zeroForm,
} from './linear-form.ts';
import type { Lowered, Missing } from './lowered.ts';
import { formOf, joinMissing, strictStatus } from './lowered.ts';
import type { Lower, Lowering } from './lowering.ts';
import {
  choiceOf,
  floorOf,
  greatest,
  least,
  multiplyForms,
  opaqueNumber,
  positivePart,
  roundForm,
} from './number-terms.ts';
import type { Pool } from './pool.ts';
import { boundsOfForm } from './pool.ts';

type ArithmeticKind = Extract<
  Expr,
  { kind: 'arithmetic' | 'extremum' | 'brackets' | 'round' | 'floor-divide' | 'quotient' }
>;

/** Numbers of numbers; strict. */
export function lowerArithmetic(expr: ArithmeticKind, lowering: Lowering, lower: Lower): Lowered {
  const { pool } = lowering;
  if (expr.kind === 'brackets') return lowerBrackets(expr, lowering, lower);
  const operands = operandsOf(expr).map((operand) => lower(operand, lowering));
  const status = strictStatus(pool, operands);
  const forms = operands.map((operand) => formOf(operand, zeroForm));
  const [first = zeroForm, second = zeroForm] = forms;
  switch (expr.kind) {
    case 'arithmetic': {
      const operate = { '+': addForms, '-': subtractForms };
      const { operator } = expr;
      const value =
        operator === '*' ? multiplyForms(pool, first, second) : operate[operator](first, second);
      return { kind: 'number', value, ...status };
    }
    case 'extremum': {
      const join = expr.operator === 'min' ? least : greatest;
      const value = forms.reduce((left, right) => join(pool, left, right));
      return { kind: 'number', value, ...status };
    }
    case 'round':
      return { kind: 'number', value: roundForm(pool, first, expr.mode, unitOf(expr)), ...status };
    case 'floor-divide':
    case 'quotient': {
      const gap = divisionGap(pool, expr, second);
      const missing = joinMissing(pool, [status.missing, gap]);
      return { kind: 'number', value: divideForms(pool, expr, first, second), ...status, missing };
    }
    default:
      return assertNever(expr);
  }
}

function operandsOf(expr: Exclude<ArithmeticKind, Brackets>): readonly Expr[] {
  switch (expr.kind) {
    case 'arithmetic':
    case 'floor-divide':
    case 'quotient':
      return [expr.left, expr.right];
    case 'extremum':
      return expr.operands;
    case 'round':
      return [expr.operand];
    default:
      return assertNever(expr);
  }
}

function unitOf({ unit }: { readonly unit: string }): Rational {
  const size = parseRational(unit);
  if (!size) throw new Error(`ill-formed rounding unit: ${unit}`);
  return size;
}

/** 续计 needs a positive divisor, a quotient one that is not zero. */
function divisionGap(pool: Pool, { kind }: FloorDivide | Quotient, divisor: Form): Missing {
  const isWrong =
    kind === 'quotient' ? isZero(pool, divisor) : negate(pool, isAboveZero(pool, divisor));
  return isWrong.kind === 'false' ? {} : { gap: isWrong };
}

/** A division by one of few numbers is linear; any other is known by its range alone. */
function divideForms(pool: Pool, expr: FloorDivide | Quotient, left: Form, right: Form): Form {
  const divide = (divisor: Rational): Form => {
    if (divisor.numerator === 0n) return zeroForm;
    const inverse = rational(divisor.denominator, divisor.numerator);
    const quotient = scaleForm(left, inverse);
    if (expr.kind === 'floor-divide') return floorOf(pool, quotient);
    return roundForm(pool, quotient, expr.mode, unitOf(expr));
  };
  if (isConstant(right)) return divide(constantOf(right));
  const few = fewValues(pool, right, mostDivisors);
  if (few) {
    return choiceOf(
      pool,
      few.map(({ when, value }) => ({ when, value: divide(value) })),
    );
  }
  const unit = expr.kind === 'quotient' ? unitOf(expr) : rational(1n);
  const construct = expr.kind === 'quotient' ? 'quotient' : 'division';
  const mode = expr.kind === 'quotient' ? expr.mode : '';
  const key = `${expr.kind} ${mode} ${keyOfForm(left)} ÷ ${keyOfForm(right)}`;
  const ratio = quotientBounds(pool, left, right);
  return scaleForm(opaqueNumber(pool, `${key} ${printUnit(unit)}`, construct, ratio(unit)), unit);
}

const mostDivisors = 64;

function printUnit({ numerator, denominator }: Rational): string {
  return `${numerator}/${denominator}`;
}

/** Of left ÷ right, both not negative: between nothing and left ÷ the least divisor, in units. */
function quotientBounds(pool: Pool, left: Form, right: Form): (unit: Rational) => Bounds {
  const of = boundsOfForm(pool, left);
  const by = boundsOfForm(pool, right);
  return (unit) => {
    if (of.low === undefined || of.low < 0n || by.low === undefined || by.low < 0n) return {};
    if (of.high === undefined) return { low: 0n };
    const smallest = by.low === 0n ? 1n : by.low;
    const most = of.high * right.denominator * unit.denominator;
    return { low: 0n, high: ceilingDivide(most, smallest * left.denominator * unit.numerator) };
  };
}

/** Σ rate × |[from, to] ∩ band|. */
function lowerBrackets(expr: Brackets, lowering: Lowering, lower: Lower): Lowered {
  const { pool } = lowering;
  const from = lower(expr.from, lowering);
  const to = lower(expr.to, lowering);
  const rates = expr.bands.map(({ rate }) => lower(rate, lowering));
  const limits = expr.bands.map(({ upTo }) => upTo && lower(upTo, lowering));
  const operands = [from, to, ...rates, ...limits.flatMap((limit) => limit ?? [])];
  const ends = limits.map((limit) => limit && formOf(limit, zeroForm));
  const stretch = stretchOf(pool, formOf(from, zeroForm), formOf(to, zeroForm));
  const amounts = rates.map((rate, band) => {
    const length = stretch(ends[band - 1] ?? zeroForm, ends[band]);
    const amount = multiplyForms(pool, formOf(rate, zeroForm), length);
    const { perBand } = expr;
    return perBand ? roundForm(pool, amount, perBand.mode, unitOf(perBand)) : amount;
  });
  const value = amounts.reduce(addForms, zeroForm);
  return { kind: 'number', value, ...strictStatus(pool, operands) };
}

/** |[from, to] ∩ [low, high]| as a function of the band. */
function stretchOf(pool: Pool, from: Form, to: Form): (low: Form, high?: Form) => Form {
  const { low: shortest } = boundsOfForm(pool, subtractForms(to, from));
  if (shortest === undefined || shortest < 0n) {
    return (low, high) => {
      const top = high ? least(pool, to, high) : to;
      return positivePart(pool, subtractForms(top, greatest(pool, from, low)));
    };
  }
  // A stretch that ends where it begins or later is a difference of two reaches; a year's claims share them.
  const above = (end: Form, low: Form): Form => positivePart(pool, subtractForms(end, low));
  const reach = (end: Form, low: Form, high?: Form): Form =>
    high ? subtractForms(above(end, low), above(end, greatest(pool, low, high))) : above(end, low);
  return (low, high) => subtractForms(reach(to, low, high), reach(from, low, high));
}
