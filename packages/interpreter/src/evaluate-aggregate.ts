import type { Rational } from '@tiaoli/base';
import { add, assertNever, compare, greatest, rational, ZERO } from '@tiaoli/base';
import type { ChildAggregate, OnlyRecord, SetAggregate } from '@tiaoli/ir';
import { severalRecords } from '@tiaoli/ir';
import type { Evaluate, Scope } from './scope.ts';
import { childScope, homeScope } from './scope.ts';
import { asNumber, asSet, asTruth, valuesOf } from './strict.ts';
import type { Missing, Outcome, Value } from './values.ts';
import {
  joinMissing,
  membersInOrder,
  missingFields,
  notApplicableOutcome,
  undetermined,
  valueOutcome,
} from './values.ts';

export type AggregateKind = SetAggregate | ChildAggregate | OnlyRecord;

/** One value of the members of a set or of the records of a child entity; of none 0, or 不适用 where one is asked for. */
export function evaluateAggregate(expr: AggregateKind, scope: Scope, evaluate: Evaluate): Outcome {
  const elements = elementsOf(expr, scope, evaluate);
  if ('status' in elements) return elements;
  const counted: Value[] = [];
  const missing: Missing[] = [];
  for (const element of elements) {
    for (const value of addedBy(expr, element, evaluate)) {
      if (isMissing(value)) missing.push(value);
      else counted.push(value);
    }
  }
  if (missing.length > 0) return joinMissing(missing);
  if (expr.operator === 'only') return onlyOne(counted);
  return valueOutcome(aggregate(expr.operator, counted.map(asNumber)));
}

function isMissing(value: Value | Missing): value is Missing {
  return typeof value === 'object' && 'status' in value;
}

function onlyOne(values: readonly Value[]): Outcome {
  const [first, second] = values;
  if (second !== undefined) return undetermined('conflict', severalRecords);
  return first === undefined ? notApplicableOutcome('') : valueOutcome(first);
}

/** The scopes on which the value is read: one a member, or one a record. */
function elementsOf(
  expr: AggregateKind,
  scope: Scope,
  evaluate: Evaluate,
): readonly Scope[] | Missing {
  if (expr.kind === 'set-aggregate') {
    const sets = valuesOf([expr.set], scope, evaluate);
    if ('status' in sets) return sets;
    return sets.flatMap((set) =>
      membersInOrder(asSet(set)).map((element) => ({ ...scope, element })),
    );
  }
  return childScopes(expr.entity, scope) ?? missingFields(expr.entity);
}

/** The records of `entity` below the record at hand, the same scopes each time; undefined when none were given. */
export function childScopes(entity: string, scope: Scope): readonly Scope[] | undefined {
  const parent = scope.step.index.entities.get(entity)?.parent;
  const home = parent === undefined ? scope : homeScope(parent, scope);
  const known = home.children.get(entity);
  if (known) return known;
  const scopes = home.facts.children
    .get(entity)
    ?.map((facts, position) => childScope(home, entity, { facts, position }));
  if (scopes) home.children.set(entity, scopes);
  return scopes;
}

/** What an element adds, or what is missing of it; nothing when `when` leaves it out. */
function addedBy(
  { operator, value, when }: AggregateKind,
  element: Scope,
  evaluate: Evaluate,
): readonly (Value | Missing)[] {
  if (when) {
    const guards = valuesOf([when], element, evaluate);
    if ('status' in guards) return [guards];
    if (!guards.every(asTruth)) return [];
  }
  if (operator === 'count') return [rational(1)];
  const values = valuesOf([value], element, evaluate);
  return 'status' in values ? [values] : values;
}

function aggregate(
  operator: Exclude<AggregateKind['operator'], 'only'>,
  numbers: readonly Rational[],
): Rational {
  switch (operator) {
    case 'sum':
    case 'count':
      return numbers.reduce(add, ZERO);
    case 'max':
      return numbers.length === 0 ? ZERO : numbers.reduce(greatest);
    case 'second-max':
      return numbers.toSorted((left, right) => compare(right, left))[1] ?? ZERO;
    default:
      return assertNever(operator);
  }
}
