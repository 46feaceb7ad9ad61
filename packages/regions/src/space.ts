import { assertNever } from '@tiaoli/base';
import type { Bounds } from './integers.ts';
import { ceilingDivide, floorDivide } from './integers.ts';
import type { Form } from './linear-form.ts';
import {
  contentOf,
  keyOfForm,
  negateForm,
  numeratorOf,
  scaleForm,
  subtractForms,
  termForm,
} from './linear-form.ts';
import type { Condition, LinearCondition, Pool } from './pool.ts';
import { boundsWith, finiteOf, fullMask, numberOf } from './pool.ts';
import { assertHigh, assertLow, giveBack } from './simplex.ts';
import type { Tableau } from './tableau.ts';
import { addColumn, addRow, columnOf, createTableau } from './tableau.ts';

/**
 * What is known on the way to one part of the domain: bounds of forms, values of finite terms.
 *
 * Grows by assertions and shrinks by going back to a mark. Terms enter with the linear facts that hold of them
 * everywhere; what else they mean is in `opened`, for the search to decide.
 */
export interface Space {
  readonly pool: Pool;
  readonly tableau: Tableau;
  /** Columns of terms, and of primitive forms by key. */
  readonly termColumns: Map<number, number>;
  readonly formColumns: Map<string, number>;
  /** Forms that say something of one part alone, in the order in which they came. */
  readonly passing: { readonly key: string; readonly column: number }[];
  /** Values left, by finite term; all of them where absent. */
  readonly masks: Map<number, bigint>;
  readonly maskTrail: { readonly finite: number; readonly mask: bigint | undefined }[];
  /** Terms that take part here, in the order in which they entered. */
  readonly active: Set<number>;
  readonly entered: number[];
  /** Terms and disjunctions met since the search looked last. */
  readonly opened: Open[];
  /** How far from the question the terms are that enter now: 0 for its own. */
  distance: number;
  /** Conditions known to hold or to fail on the way here, by id; more facts change nothing of them. */
  readonly decided: Map<number, boolean>;
  readonly decidedTrail: number[];
  /** Conditions that the present facts leave open, by id. */
  readonly undecided: { facts: number; readonly ids: Set<number> };
}

/** Something not yet decided: which part of a disjunction holds, or which piece of a term. */
export type Open =
  | { readonly kind: 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'term'; readonly id: number };

export interface Mark {
  readonly bounds: number;
  readonly passing: number;
  readonly masks: number;
  readonly entered: number;
  readonly decided: number;
}

export function createSpace(pool: Pool): Space {
  return {
    pool,
    tableau: createTableau(),
    termColumns: new Map(),
    formColumns: new Map(),
    passing: [],
    masks: new Map(),
    maskTrail: [],
    active: new Set(),
    entered: [],
    opened: [],
    distance: 0,
    decided: new Map(),
    decidedTrail: [],
    undecided: { facts: 0, ids: new Set() },
  };
}

export function markOf({ tableau, passing, maskTrail, entered, decidedTrail }: Space): Mark {
  return {
    bounds: tableau.trail.length,
    passing: passing.length,
    masks: maskTrail.length,
    entered: entered.length,
    decided: decidedTrail.length,
  };
}

export function goBack(space: Space, mark: Mark): void {
  giveBack(space.tableau, mark.bounds);
  dropPassing(space, mark.passing);
  while (space.maskTrail.length > mark.masks) {
    const change = space.maskTrail.pop();
    if (change?.mask === undefined) space.masks.delete(change?.finite ?? -1);
    else space.masks.set(change.finite, change.mask);
  }
  while (space.entered.length > mark.entered) {
    const id = space.entered.pop();
    if (id !== undefined) space.active.delete(id);
  }
  while (space.decidedTrail.length > mark.decided) {
    space.decided.delete(space.decidedTrail.pop() ?? -1);
  }
  space.undecided.ids.clear();
  space.opened.length = 0;
}

/** Rows that nothing rests on any more; what other rows rest on stays, without bounds, until it does not. */
function dropPassing({ tableau, formColumns, passing }: Space, length: number): void {
  for (const { key, column } of passing.splice(length)) {
    if (tableau.rows.delete(column)) formColumns.delete(key);
    else passing.push({ key, column });
  }
}

export function maskOf({ pool, masks }: Space, finite: number): bigint {
  return masks.get(finite) ?? fullMask(finiteOf(pool, finite));
}

/** Takes a condition for true; false when it cannot be. Disjunctions wait in `opened`. */
export function assume(space: Space, condition: Condition): boolean {
  switch (condition.kind) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'at-least':
      return assertLow(space.tableau, columnOfForm(space, condition.form), condition.bound);
    case 'at-most':
      return assertHigh(space.tableau, columnOfForm(space, condition.form), condition.bound);
    case 'within':
      return narrow(space, condition.finite, condition.mask);
    case 'all':
      return condition.parts.every((part) => assume(space, part));
    case 'any':
      space.opened.push({ kind: 'any', parts: condition.parts });
      return true;
    default:
      return assertNever(condition);
  }
}

function narrow(space: Space, finite: number, mask: bigint): boolean {
  const before = maskOf(space, finite);
  const after = before & mask;
  if (after === before) return true;
  if (after === 0n) return false;
  space.maskTrail.push({ finite, mask: space.masks.get(finite) });
  space.masks.set(finite, after);
  return respectsCardinality(space, finite);
}

/** A set with as many members as it may have takes no other. */
function respectsCardinality(space: Space, finite: number): boolean {
  const { meaning } = finiteOf(space.pool, finite);
  if (meaning.kind !== 'in-set' || maskOf(space, finite) !== 2n) return true;
  for (const { finites, most } of space.pool.cardinalities.values()) {
    if (!finites.includes(finite)) continue;
    const held = finites.filter((each) => maskOf(space, each) === 2n);
    if (held.length > most) return false;
    if (held.length < most) continue;
    const others = finites.filter((each) => maskOf(space, each) === 3n);
    if (!others.every((each) => narrow(space, each, 1n))) return false;
  }
  return true;
}

/** The column of a primitive form; its terms take part from now on. */
export function columnOfForm(space: Space, form: Form): number {
  for (const id of form.ids) enter(space, id);
  const [only] = form.ids;
  if (only !== undefined && form.ids.length === 1) return columnOfTerm(space, only);
  const key = keyOfForm(form);
  const known = space.formColumns.get(key);
  if (known !== undefined) return known;
  const terms = form.ids.map((id, at) => ({
    column: columnOfTerm(space, id),
    coefficient: form.coefficients[at] ?? 0n,
  }));
  const column = addRow(space.tableau, terms);
  space.formColumns.set(key, column);
  return column;
}

/** A column of its own with the value of an integer form less its constant; its terms take part from now on. */
export function columnOfGoal(space: Space, { ids, coefficients }: Form): number {
  for (const id of ids) enter(space, id);
  const terms = ids.map((id, at) => ({
    column: columnOfTerm(space, id),
    coefficient: coefficients[at] ?? 0n,
  }));
  return addRow(space.tableau, terms);
}

export function columnOfTerm({ pool, tableau, termColumns }: Space, id: number): number {
  const known = termColumns.get(id);
  if (known !== undefined) return known;
  const { low, high } = numberOf(pool, id);
  const column = addColumn(tableau, low, high);
  termColumns.set(id, column);
  return column;
}

/** `form ≥ 0` and nothing more: the meaning of computed terms is not looked through. */
export function assumeAtLeastZero(space: Space, form: Form): boolean {
  const { constant, ids } = numeratorOf(form);
  if (ids.length === 0) return constant >= 0n;
  const { primitive, content, rises } = primitiveOf(form);
  const column = columnOfForm(space, primitive);
  return rises
    ? assertLow(space.tableau, column, ceilingDivide(-constant, content))
    : assertHigh(space.tableau, column, floorDivide(constant, content));
}

export function assumeZero(space: Space, form: Form): boolean {
  return assumeAtLeastZero(space, form) && assumeAtLeastZero(space, negateForm(form));
}

/** A form without its constant, divided by its content, its first coefficient positive. */
export function primitiveOf(form: Form): {
  readonly primitive: Form;
  readonly content: bigint;
  readonly rises: boolean;
} {
  const whole = { ...numeratorOf(form), constant: 0n };
  const content = contentOf(whole);
  const rises = (whole.coefficients[0] ?? 1n) > 0n;
  const inverse = { numerator: rises ? 1n : -1n, denominator: content };
  return { primitive: scaleForm(whole, inverse), content, rises };
}

/** Lets a term take part, with the linear facts that hold of it everywhere. */
export function enter(space: Space, id: number): void {
  if (space.active.has(id)) return;
  space.active.add(id);
  space.entered.push(id);
  enterKnown(space, id);
  const term = numberOf(space.pool, id);
  switch (term.kind) {
    case 'fact':
    case 'opaque':
      return;
    case 'floor':
      enterFloor(space, id, term);
      return;
    case 'positive':
      enterPositive(space, id, term.argument);
      return;
    case 'step':
    case 'choice':
    case 'product':
    case 'calendar':
      space.opened.push({ kind: 'term', id });
      return;
    default:
      assertNever(term);
  }
}

/** What is known of a term with others: those of the question bring in others, those that come with them do not. */
function enterKnown(space: Space, id: number): void {
  const { active, pool } = space;
  const isNear = space.distance === 0;
  for (const form of pool.knownForms.byTerm.get(id) ?? []) {
    if (!isNear && !form.ids.every((each) => active.has(each))) continue;
    space.distance += 1;
    assumeAtLeastZero(space, form);
    space.distance -= 1;
  }
}

/** 0 ≤ argument − divisor × floor < divisor: with integers that is all that a floor means. */
function enterFloor(
  space: Space,
  id: number,
  { argument, divisor }: { readonly argument: Form; readonly divisor: bigint },
): void {
  const rest = subtractForms(
    argument,
    scaleForm(termForm(id), { numerator: divisor, denominator: 1n }),
  );
  assumeAtLeastZero(space, rest);
  const most: Form = { ...negateForm(rest), constant: divisor - 1n - rest.constant };
  assumeAtLeastZero(space, most);
}

/** At least the argument; and below the line between its ends: (high − low) × value ≤ high × (argument − low). */
function enterPositive(space: Space, id: number, argument: Form): void {
  assumeAtLeastZero(space, subtractForms(termForm(id), argument));
  const { low, high } = boundsNow(space, argument);
  if (low !== undefined && high !== undefined && low < 0n && high > 0n) {
    const chord = scaleForm(argument, { numerator: high, denominator: 1n });
    const value = scaleForm(termForm(id), { numerator: high - low, denominator: 1n });
    const gap = subtractForms(chord, value);
    assumeAtLeastZero(space, { ...gap, constant: gap.constant - high * low });
  }
  space.opened.push({ kind: 'term', id });
}

/** Bounds of the numerator of a form from what is known of its terms here, and of the form itself. */
export function boundsNow(space: Space, form: Form): Bounds {
  const { pool, tableau, termColumns } = space;
  return boundsWith(form, (id) => {
    const column = termColumns.get(id);
    return column === undefined ? numberOf(pool, id) : columnOf(tableau, column);
  });
}

/** Whether a condition holds here; undefined when that is not plain. */
export function decide(space: Space, condition: Condition): boolean | undefined {
  const known = space.decided.get(condition.id);
  if (known !== undefined) return known;
  const { undecided, tableau, maskTrail } = space;
  const facts = tableau.trail.length + maskTrail.length;
  if (undecided.facts !== facts) undecided.ids.clear();
  undecided.facts = facts;
  if (undecided.ids.has(condition.id)) return undefined;
  const result = decideAnew(space, condition);
  if (result === undefined) undecided.ids.add(condition.id);
  else {
    space.decided.set(condition.id, result);
    space.decidedTrail.push(condition.id);
  }
  return result;
}

function decideAnew(space: Space, condition: Condition): boolean | undefined {
  switch (condition.kind) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'at-least':
    case 'at-most':
      return decideLinear(space, condition);
    case 'within': {
      const mask = maskOf(space, condition.finite);
      if ((mask & condition.mask) === 0n) return false;
      return (mask & ~condition.mask) === 0n ? true : undefined;
    }
    case 'all':
      return decideParts(space, condition.parts, false);
    case 'any':
      return decideParts(space, condition.parts, true);
    default:
      return assertNever(condition);
  }
}

function decideParts(
  space: Space,
  parts: readonly Condition[],
  decisive: boolean,
): boolean | undefined {
  let open = false;
  for (const part of parts) {
    const decided = decide(space, part);
    if (decided === decisive) return decisive;
    if (decided === undefined) open = true;
  }
  return open ? undefined : !decisive;
}

function decideLinear(
  space: Space,
  { kind, form, key, bound }: LinearCondition,
): boolean | undefined {
  const column = space.formColumns.get(key);
  const own = column === undefined ? undefined : columnOf(space.tableau, column);
  const known = own && compareBounds(own, kind, bound);
  return known ?? compareBounds(boundsNow(space, form), kind, bound);
}

function compareBounds(
  { low, high }: { readonly low?: bigint | undefined; readonly high?: bigint | undefined },
  kind: LinearCondition['kind'],
  bound: bigint,
): boolean | undefined {
  if (kind === 'at-least') {
    if (low !== undefined && low >= bound) return true;
    return high !== undefined && high < bound ? false : undefined;
  }
  if (high !== undefined && high <= bound) return true;
  return low !== undefined && low > bound ? false : undefined;
}
