import { assertNever } from '@tiaoli/base';
import { calendarValue, isRising, lineOn } from './calendar.ts';
import { isAtLeastZero } from './conditions.ts';
import type { Bounds } from './integers.ts';
import { hullOf } from './integers.ts';
import type { Form } from './linear-form.ts';
import {
  integerForm,
  keyOfForm,
  negateForm,
  scaleForm,
  shiftForm,
  subtractForms,
  termForm,
} from './linear-form.ts';
import type { ChoiceBranch, NumberTerm } from './pool.ts';
import { numberOf } from './pool.ts';
import { relateDays } from './relate-days.ts';
import { assertHigh, assertLow } from './simplex.ts';
import type { Open, Space } from './space.ts';
import {
  assume,
  assumeAtLeastZero,
  assumeZero,
  boundsNow,
  columnOfTerm,
  decide,
  primitiveOf,
} from './space.ts';

/** What is left open after everything that follows was taken; undefined when nothing can hold. */
export function propagate(space: Space, open: readonly Open[]): readonly Open[] | undefined {
  let left = [...open, ...space.opened.splice(0)];
  for (;;) {
    const kept: Open[] = [];
    let changed = false;
    for (const each of left) {
      const settled = settle(space, each);
      if (settled === 'impossible') return undefined;
      if (settled === 'settled') changed = true;
      else kept.push(each);
    }
    const opened = space.opened.splice(0);
    left = [...kept, ...opened];
    if (!changed && opened.length === 0) return left;
  }
}

type Settled = 'settled' | 'open' | 'impossible';

function settle(space: Space, open: Open): Settled {
  if (open.kind === 'any') return settleAny(space, open.parts);
  const term = numberOf(space.pool, open.id);
  switch (term.kind) {
    case 'positive':
      return settlePositive(space, term.id, term.argument);
    case 'choice':
      return settleChoice(space, term.id, term.branches);
    case 'calendar':
      return settleCalendar(space, term);
    case 'product':
      return settleProduct(space, term);
    case 'step':
      return 'open';
    case 'fact':
    case 'floor':
    case 'opaque':
      return 'settled';
    default:
      return assertNever(term);
  }
}

function when(possible: boolean): Settled {
  return possible ? 'settled' : 'impossible';
}

function settleAny(space: Space, parts: Extract<Open, { kind: 'any' }>['parts']): Settled {
  const left = parts.filter((part) => decide(space, part) !== false);
  const [only] = left;
  if (!only) return 'impossible';
  if (left.some((part) => decide(space, part) === true)) return 'settled';
  return left.length === 1 ? when(assume(space, only)) : 'open';
}

function settlePositive(space: Space, id: number, argument: Form): Settled {
  const isPositive = decide(space, isAtLeastZero(space.pool, argument));
  if (isPositive === undefined) {
    const { high } = boundsNow(space, argument);
    if (high === undefined || high < 0n) return 'open';
    return assertHigh(space.tableau, columnOfTerm(space, id), high) ? 'open' : 'impossible';
  }
  const value = isPositive ? argument : integerForm(0n);
  return when(assumeAtLeastZero(space, subtractForms(value, termForm(id))));
}

function settleChoice(space: Space, id: number, branches: readonly ChoiceBranch[]): Settled {
  const left = branches.filter((branch) => decide(space, branch.when) !== false);
  const holding = left.find((branch) => decide(space, branch.when) === true);
  if (holding) return when(assumeZero(space, subtractForms(termForm(id), holding.value)));
  if (left.length === 0) return 'settled';
  const hull = hullOf(left.map(({ value }) => boundsNow(space, value)));
  return isInHull(space, id, hull) ? 'open' : 'impossible';
}

/** Where no branch holds the value means nothing, so the hull may be taken for granted. */
function isInHull(space: Space, id: number, { low, high }: Bounds): boolean {
  const column = columnOfTerm(space, id);
  const isAbove = low === undefined || assertLow(space.tableau, column, low);
  return isAbove && (high === undefined || assertHigh(space.tableau, column, high));
}

function settleCalendar(space: Space, term: Extract<NumberTerm, { kind: 'calendar' }>): Settled {
  const { id, shape, argument } = term;
  const { low, high } = boundsNow(space, argument);
  if (low === undefined || high === undefined) return 'open';
  if (low > high || !relateDays(space, term, { low, high })) return 'impossible';
  const line = lineOn(shape, low, high);
  if (line) {
    const value = shiftForm(
      scaleForm(argument, { numerator: line.slope, denominator: 1n }),
      line.offset,
    );
    return when(assumeZero(space, subtractForms(termForm(id), value)));
  }
  if (!isRising(shape)) return 'open';
  const range = { low: calendarValue(shape, low), high: calendarValue(shape, high) };
  return isInHull(space, id, range) ? 'open' : 'impossible';
}

/** With one factor known the product is linear; else it lies within the planes of the corners. */
function settleProduct(
  space: Space,
  { id, left, right }: Extract<NumberTerm, { kind: 'product' }>,
): Settled {
  const [a, b] = [boundsNow(space, left), boundsNow(space, right)];
  const times = (form: Form, by: bigint): Form =>
    scaleForm(form, { numerator: by, denominator: 1n });
  if (a.low !== undefined && a.low === a.high) {
    return when(assumeZero(space, subtractForms(termForm(id), times(right, a.low))));
  }
  if (b.low !== undefined && b.low === b.high) {
    return when(assumeZero(space, subtractForms(termForm(id), times(left, b.low))));
  }
  // (left − x)(right − y) has a known sign in each corner (x, y).
  const corner = (x: bigint | undefined, y: bigint | undefined, sign: 1n | -1n): boolean => {
    if (x === undefined || y === undefined) return true;
    const plane = subtractForms(
      subtractForms(termForm(id), times(left, y)),
      subtractForms(times(right, x), integerForm(x * y)),
    );
    return assumePassing(space, sign > 0n ? plane : negateForm(plane));
  };
  const possible =
    corner(a.low, b.low, 1n) &&
    corner(a.high, b.high, 1n) &&
    corner(a.low, b.high, -1n) &&
    corner(a.high, b.low, -1n);
  return possible ? 'open' : 'impossible';
}

/** `form ≥ 0` in the part that is looked at, and never anywhere else. */
function assumePassing(space: Space, form: Form): boolean {
  const key = keyOfForm(primitiveOf(form).primitive);
  const isKnown = form.ids.length < 2 || space.formColumns.has(key);
  const isPossible = assumeAtLeastZero(space, form);
  const column = space.formColumns.get(key);
  if (!isKnown && column !== undefined) space.passing.push({ key, column });
  return isPossible;
}
