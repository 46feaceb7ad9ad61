import type { Rational } from '@tiaoli/base';
import { add, assertNever, compare, greatest, rational, ZERO } from '@tiaoli/base';
import type { ChildAggregate, SetAggregate } from '@tiaoli/ir';
import type { Evaluate, Scope } from './scope.ts';
import { childScope, homeScope } from './scope.ts';
import { asNumber, asSet, asTruth, valuesOf } from './strict.ts';
import type { Missing, Outcome } from './values.ts';
import { joinMissing, membersInOrder, missingFields, valueOutcome } from './values.ts';

export type AggregateKind = SetAggregate | ChildAggregate;

/** One number of the members of a set or of the records of a child entity; 0 of none. */
export function evaluateAggregate(expr: AggregateKind, scope: Scope, evaluate: Evaluate): Outcome {
  const elements = elementsOf(expr, scope, evaluate);
  if ('status' in elements) return elements;
  const numbers: Rational[] = [];
  const missing: Missing[] = [];
  for (const element of elements) {
    const number = numberOf(expr, element, evaluate);
    if (number === undefined) continue;
    if ('status' in number) missing.push(number);
    else numbers.push(number);
  }
  if (missing.length > 0) return joinMissing(missing);
  return valueOutcome(aggregate(expr.operator, numbers));
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
function childScopes(entity: string, scope: Scope): readonly Scope[] | undefined {
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

/** The number that an element adds; undefined when `when` leaves it out. */
function numberOf(
  { operator, value, when }: AggregateKind,
  element: Scope,
  evaluate: Evaluate,
): Rational | Missing | undefined {
  if (when) {
    const guards = valuesOf([when], element, evaluate);
    if ('status' in guards) return guards;
    if (!guards.every(asTruth)) return undefined;
  }
  if (operator === 'count') return rational(1);
  const values = valuesOf([value], element, evaluate);
  return 'status' in values ? values : values.map(asNumber)[0];
}

function aggregate(operator: AggregateKind['operator'], numbers: readonly Rational[]): Rational {
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
