import type { RoundingMode } from '@tiaoli/base';
import {
  assertNever,
  compare,
  divide,
  floor,
  multiply,
  parseRational,
  rational,
  roundTo,
  ZERO,
} from '@tiaoli/base';
import type {
  Brackets,
  CatalogueCell,
  Combine,
  Expr,
  InputDeclaration,
  ModuleIndex,
  ValueType,
} from '@tiaoli/ir';
import { scaleOfColumn, typeOfExpr } from '@tiaoli/ir';
import type { ProofContext } from './is-at-most.ts';
import { isAtMost } from './is-at-most.ts';
import { numberOf } from './literal-value.ts';
import type { Range } from './range.ts';
import {
  addRanges,
  anyNumber,
  between,
  exactly,
  extremumOfRanges,
  isNonNegative,
  joinRanges,
  multiplyRanges,
  negateRange,
} from './range.ts';
import type { ScaleContext } from './scale-of-expr.ts';
import { scaleOfExpr } from './scale-of-expr.ts';

/** The most records of a child entity that one claim may have; a calculator refuses more. */
export const mostRecords = 100_000;

/** Every day from year 0000 to 9999, as `YYYY-MM-DD` can write it. */
const anyDate = between(rational(-719_528), rational(2_932_896));

export interface RangeContext {
  readonly index: ModuleIndex;
  /** Ranges of the definitions worked out so far, by id. */
  readonly definitions: ReadonlyMap<string, Range>;
  readonly accumulators: ReadonlyMap<string, Range>;
  readonly scales: ScaleContext;
  /** What was found before, where the rest of the context stays as it is. */
  readonly found?: WeakMap<Expr, Range>;
}

/** What proofs about the order of amounts look up. */
export function proofContext({
  index,
  definitions,
  accumulators,
  scales,
}: RangeContext): ProofContext {
  return {
    index,
    definitions,
    accumulators,
    inputRange: (input) => rangeOfInput(index.inputs.get(input)),
    scaleOf: (expr) => scaleOfExpr(expr, scales),
  };
}

/** Bounds of the values of a numeric expression, by interval arithmetic from the declared domains. */
export function rangeOfExpr(expr: Expr, context: RangeContext): Range {
  const before = context.found?.get(expr);
  if (before) return before;
  const range = workOutRange(expr, context);
  context.found?.set(expr, range);
  return range;
}

function workOutRange(expr: Expr, context: RangeContext): Range {
  const visit = (child: Expr): Range => rangeOfExpr(child, context);
  switch (expr.kind) {
    case 'literal': {
      const value = numberOf(expr);
      return value ? exactly(value) : anyNumber;
    }
    case 'input':
      return rangeOfInput(context.index.inputs.get(expr.input));
    case 'definition':
      return context.definitions.get(expr.definition) ?? anyNumber;
    case 'accumulator':
      return context.accumulators.get(expr.accumulator) ?? anyNumber;
    case 'arithmetic':
      return rangeOfArithmetic(expr, context);
    case 'extremum':
      return expr.operands
        .map(visit)
        .reduce((left, right) => extremumOfRanges(expr.operator, left, right));
    case 'round':
      return roundRange(visit(expr.operand), expr);
    case 'brackets':
      return rangeOfBrackets(expr, visit);
    case 'floor-divide':
      return floorRange(quotientRange(visit(expr.left), visit(expr.right)));
    case 'quotient':
      return roundRange(quotientRange(visit(expr.left), visit(expr.right)), expr);
    case 'lookup':
    case 'cases':
    case 'or-else':
      return joinAll(choicesOf(expr), visit);
    case 'combine':
      return rangeOfCombine(expr, visit);
    case 'set-aggregate':
    case 'child-aggregate':
      return rangeOfAggregate(expr, context, visit);
    case 'date-part':
    case 'date-shift':
      return rangeOfDate(expr, visit);
    case 'working-day-shift':
      return rangeOfWorkingDays(expr, visit);
    case 'catalogue-cell':
      return rangeOfCell(expr, context.index);
    case 'element':
    case 'not-applicable':
    case 'undetermined':
    case 'compare':
    case 'logic':
    case 'not':
    case 'present':
    case 'member':
    case 'intersects':
    case 'parameter':
    case 'dated':
      return anyNumber;
    default:
      return assertNever(expr);
  }
}

/** The declared domain; a date without one is any that can be written. */
export function rangeOfInput(input: InputDeclaration | undefined): Range {
  const low = input?.low === undefined ? undefined : parseRational(input.low);
  const high = input?.high === undefined ? undefined : parseRational(input.high);
  const declared = between(low, high);
  if (!input || input.type.kind === 'date') return { ...anyDate, ...declared };
  return declared;
}

/** The range that a value of the type has wherever it comes from. */
export function rangeOfType(type: ValueType): Range {
  return type.kind === 'date' ? anyDate : anyNumber;
}

/** What the column declares; the rest is what a file can hold: integers below 2^53 on the column's scale. */
function rangeOfCell(
  { catalogue, column: name }: CatalogueCell,
  { catalogues }: ModuleIndex,
): Range {
  const column = catalogues.get(catalogue)?.columns.find((each) => each.name === name);
  if (!column) return anyNumber;
  const most = rational(BigInt(Number.MAX_SAFE_INTEGER), BigInt(scaleOfColumn(column)));
  const low = column.low === undefined ? undefined : parseRational(column.low);
  const high = column.high === undefined ? undefined : parseRational(column.high);
  return between(low ?? multiply(most, rational(-1)), high ?? most);
}

function rangeOfArithmetic(
  expr: Extract<Expr, { kind: 'arithmetic' }>,
  context: RangeContext,
): Range {
  const left = rangeOfExpr(expr.left, context);
  const right = rangeOfExpr(expr.right, context);
  if (expr.operator === '*') return multiplyRanges(left, right);
  if (expr.operator === '+') return addRanges(left, right);
  const difference = addRanges(left, negateRange(right));
  // Intervals forget that what is taken from an amount was a part of it: B − min(B, d) is never negative.
  if (isNonNegative(difference) || !isAtMost(expr.right, expr.left, proofContext(context)))
    return difference;
  return between(ZERO, difference.high);
}

function roundRange(
  { low, high }: Range,
  { mode, unit }: { readonly mode: RoundingMode; readonly unit: string },
): Range {
  const size = parseRational(unit);
  if (!size) return anyNumber;
  return between(low && roundTo(low, mode, size), high && roundTo(high, mode, size));
}

function quotientRange(left: Range, right: Range): Range {
  if (!right.low || compare(right.low, ZERO) <= 0) return anyNumber;
  const inverse = between(
    right.high ? divide(rational(1), right.high) : ZERO,
    divide(rational(1), right.low),
  );
  return multiplyRanges(left, inverse);
}

function floorRange({ low, high }: Range): Range {
  return between(low && rational(floor(low)), high && rational(floor(high)));
}

/** Between the lowest and the highest rate, for the whole stretch. */
function rangeOfBrackets(expr: Brackets, visit: (expr: Expr) => Range): Range {
  const rates = expr.bands.map(({ rate }) => visit(rate)).reduce(joinRanges);
  const from = extremumOfRanges('max', visit(expr.from), exactly(ZERO));
  const to = extremumOfRanges('max', visit(expr.to), exactly(ZERO));
  const length = extremumOfRanges('max', addRanges(to, negateRange(from)), exactly(ZERO));
  const exact = multiplyRanges(joinRanges(rates, exactly(ZERO)), length);
  if (!expr.perBand) return exact;
  const unit = parseRational(expr.perBand.unit) ?? ZERO;
  const slack = multiply(unit, rational(expr.bands.length));
  return addRanges(
    exact,
    between(isNonNegative(exact) ? ZERO : multiply(slack, rational(-1)), slack),
  );
}

function choicesOf(expr: Extract<Expr, { kind: 'lookup' | 'cases' | 'or-else' }>): readonly Expr[] {
  switch (expr.kind) {
    case 'lookup':
      return expr.rows.map(({ value }) => value);
    case 'cases': {
      const values = expr.branches.map(({ value }) => value);
      return expr.otherwise ? [...values, expr.otherwise] : values;
    }
    case 'or-else':
      return [expr.operand, expr.fallback];
    default:
      return assertNever(expr);
  }
}

/** What gives no value has no part in the range. */
function joinAll(exprs: readonly Expr[], visit: (expr: Expr) => Range): Range {
  const valued = exprs.filter(({ kind }) => kind !== 'not-applicable' && kind !== 'undetermined');
  if (valued.length === 0) return exactly(ZERO);
  return valued.map(visit).reduce(joinRanges);
}

function rangeOfCombine({ operator, operands }: Combine, visit: (expr: Expr) => Range): Range {
  if (operator !== 'sum') return joinAll(operands, visit);
  // Any of them may be 不适用 and left out, so each adds at least nothing.
  return operands
    .map((operand) => joinRanges(visit(operand), exactly(ZERO)))
    .reduce(addRanges, exactly(ZERO));
}

function rangeOfAggregate(
  expr: Extract<Expr, { kind: 'set-aggregate' | 'child-aggregate' }>,
  context: RangeContext,
  visit: (expr: Expr) => Range,
): Range {
  const most = rational(expr.kind === 'set-aggregate' ? membersOf(expr.set, context) : mostRecords);
  if (expr.operator === 'count') return between(ZERO, most);
  const one = joinRanges(visit(expr.value), exactly(ZERO));
  return expr.operator === 'sum' ? multiplyRanges(one, between(ZERO, most)) : one;
}

function membersOf(set: Expr, { index }: RangeContext): number {
  const type = typeOfExpr(set, index)?.type;
  const members = type?.kind === 'set' ? index.enumerations.get(type.enumeration)?.members : [];
  return members?.length ?? 0;
}

function rangeOfDate(
  expr: Extract<Expr, { kind: 'date-part' | 'date-shift' }>,
  visit: (expr: Expr) => Range,
): Range {
  if (expr.kind === 'date-part') return partRanges[expr.part];
  const operand = visit(expr.operand);
  if (expr.shift === 'first-of-next-month') return addRanges(operand, between(ZERO, rational(31)));
  if (expr.shift === 'months') {
    const months = expr.by ? visit(expr.by) : exactly(ZERO);
    return addRanges(
      operand,
      joinRanges(multiplyRanges(months, exactly(rational(31))), exactly(ZERO)),
    );
  }
  const years = addRanges(operand, exactly(rational(-1970)));
  const days = joinRanges(
    multiplyRanges(years, exactly(rational(365))),
    multiplyRanges(years, exactly(rational(366))),
  );
  return addRanges(days, between(rational(-366), rational(366)));
}

/** The days counted lie in the years of the calendar, so the count ends within them, or gives the date itself. */
function rangeOfWorkingDays(
  { operand }: Extract<Expr, { kind: 'working-day-shift' }>,
  visit: (expr: Expr) => Range,
): Range {
  return joinRanges(visit(operand), calendarDays);
}

/** No holidays are announced for years beyond these: 1949-10-01 to 9999-12-31. */
const calendarDays = between(rational(-7397), rational(2_932_896));

/** Of days that a date can have after being shifted by whatever a program shifts. */
const partRanges: Readonly<Record<'year' | 'insured-year' | 'month' | 'day', Range>> = {
  year: between(rational(-100_000), rational(100_000)),
  'insured-year': between(rational(-100_000), rational(100_000)),
  month: between(rational(1), rational(12)),
  day: between(rational(1), rational(31)),
};
