import type { Rational } from '@tiaoli/base';
import { assertNever, compare, parseRational, printRational } from '@tiaoli/base';
import type { KeyMatch, Lookup, NumberRange } from '@tiaoli/ir';
import { rowsInOrder } from '@tiaoli/ir';
import { combined } from './evaluate-choice.ts';
import type { Linear } from './linear.ts';
import { constant, difference, isConstant } from './linear.ts';
import { isMember, membersOf } from './read-values.ts';
import type { Evaluate, Outcome, Scope, Value } from './scope.ts';
import { absent, isAtLeastZero, isHolding, missing, valuesOf } from './scope.ts';

/** A key; undefined stands for the empty set, which only `any` and `otherwise` match. */
type Key = Value | undefined;

/** The value of the row that matches, or the best one over the members of keys that are sets. */
export function evaluateLookup(expr: Lookup, scope: Scope, evaluate: Evaluate): Outcome {
  const keys = valuesOf(expr.keys, scope, evaluate);
  if ('status' in keys) return keys;
  const unread = keys.findIndex(({ kind }) => kind === 'unread-set');
  const isOnly = keys.every(({ kind }, at) => at === unread || !kind.endsWith('set'));
  if (unread >= 0 && isOnly) return bestOfUnread(expr, keys, unread, { scope, evaluate });
  const outcomes = combinationsOf(scope, keys).map((each) => lookUp(expr, each, scope, evaluate));
  const [first] = outcomes;
  if (outcomes.length === 1 && first) return first;
  return combined(scope, expr.best ?? 'highest', outcomes);
}

function lookUp({ rows }: Lookup, keys: readonly Key[], scope: Scope, evaluate: Evaluate): Outcome {
  const row = rowsInOrder(rows).find(({ match }) =>
    match.every((each, column) => isMatch(scope, each, keys[column])),
  );
  return row ? evaluate(row.value, scope) : missing;
}

/** Every way to take one member of each key that is a set. */
function combinationsOf(scope: Scope, keys: readonly Value[]): readonly (readonly Key[])[] {
  return keys.reduce<readonly (readonly Key[])[]>(
    (combinations, key) => {
      const choices = choicesOf(scope, key);
      return combinations.flatMap((before) => choices.map((choice) => [...before, choice]));
    },
    [[]],
  );
}

function choicesOf(scope: Scope, key: Value): readonly Key[] {
  if (key.kind !== 'set' && key.kind !== 'unread-set') return [key];
  const members = membersOf(scope, key);
  if (members.length === 0) return [undefined];
  return members.map((member) => ({ kind: 'member', member }));
}

/** Members with the same value are asked for together, the best value first. */
function bestOfUnread(
  expr: Lookup,
  keys: readonly Value[],
  place: number,
  { scope, evaluate }: { readonly scope: Scope; readonly evaluate: Evaluate },
): Outcome {
  const key = keys[place];
  if (key?.kind !== 'unread-set') throw new Error('no set');
  const { source, values } = key;
  const under = (member: Key): Outcome =>
    lookUp(expr, keys.with(place, member as Value), scope, evaluate);
  if (values.length === 0 || !isHolding(scope, source, values)) return under(undefined);
  const each = values.map((member) => ({
    member,
    outcome: under({ kind: 'member', member }),
  }));
  const unknown = each.filter(({ outcome }) => outcome.status === 'missing');
  const names = (list: typeof each): readonly string[] => list.map(({ member }) => member);
  if (unknown.length > 0 && isHolding(scope, source, names(unknown))) return missing;
  const groups = Map.groupBy(
    each.filter(({ outcome }) => outcome.status === 'value'),
    ({ outcome }) => textOfOutcome(outcome),
  );
  const isLowest = expr.best === 'lowest';
  const ordered = [...groups.values()].toSorted((left, right) =>
    compareFirst(left[0]?.outcome, right[0]?.outcome, isLowest),
  );
  if (ordered.every(([first]) => constantOf(first?.outcome) !== undefined)) {
    const best = ordered.find((group) => isHolding(scope, source, names(group)));
    return best?.[0]?.outcome ?? absent;
  }
  const held = ordered.filter((group) => isHolding(scope, source, names(group)));
  const outcomes = held.flatMap(([first]) => (first ? [first.outcome] : []));
  return outcomes.length === 0 ? absent : combined(scope, expr.best ?? 'highest', outcomes);
}

function constantOf(outcome: Outcome | undefined): Rational | undefined {
  if (outcome?.status !== 'value' || outcome.value.kind !== 'number') return undefined;
  const { form } = outcome.value;
  return isConstant(form) ? form.constant : undefined;
}

function textOfOutcome(outcome: Outcome): string {
  const value = constantOf(outcome);
  if (value) return printRational(value);
  if (outcome.status !== 'value' || outcome.value.kind !== 'number') return outcome.status;
  const { constant: own, coefficients } = outcome.value.form;
  const parts = [...coefficients].map(([term, each]) => `${term}*${printRational(each)}`);
  return [printRational(own), ...parts].join('+');
}

function compareFirst(
  left: Outcome | undefined,
  right: Outcome | undefined,
  isLowest: boolean,
): number {
  const [one, other] = [constantOf(left), constantOf(right)];
  if (!one || !other) return 0;
  return isLowest ? compare(one, other) : compare(other, one);
}

function isMatch(scope: Scope, match: KeyMatch, key: Key): boolean {
  switch (match.kind) {
    case 'any':
    case 'otherwise':
      return true;
    case 'members':
      return key !== undefined && hasMember(scope, match.members, key);
    case 'range':
      return key?.kind === 'number' && isInRange(scope, match, key.form);
    default:
      return assertNever(match);
  }
}

/** Members are compared by the text of a value: `printRational` of numbers, `true` and `false` of truth values. */
function hasMember(scope: Scope, members: readonly string[], key: Value): boolean {
  switch (key.kind) {
    case 'truth':
      return members.includes(String(key.value));
    case 'number':
      return isConstant(key.form)
        ? members.includes(printRational(key.form.constant))
        : members.some((member) => isNumberOf(scope, key.form, member));
    default:
      return isMember(scope, key, members);
  }
}

function isNumberOf(scope: Scope, form: Linear, member: string): boolean {
  const value = parseRational(member);
  if (!value || printRational(value) !== member) return false;
  const at = constant(value);
  return isAtLeastZero(scope, difference(form, at)) && isAtLeastZero(scope, difference(at, form));
}

function isInRange(scope: Scope, { low, high }: NumberRange, form: Linear): boolean {
  const isAbove = (end: Linear, included: boolean): boolean =>
    included
      ? isAtLeastZero(scope, difference(form, end))
      : !isAtLeastZero(scope, difference(end, form));
  const isBelow = (end: Linear, included: boolean): boolean =>
    included
      ? isAtLeastZero(scope, difference(end, form))
      : !isAtLeastZero(scope, difference(form, end));
  return (
    (!low || isAbove(constant(boundOf(low.value)), low.included)) &&
    (!high || isBelow(constant(boundOf(high.value)), high.included))
  );
}

function boundOf(text: string): Rational {
  const value = parseRational(text);
  if (!value) throw new Error(`ill-formed bound: ${text}`);
  return value;
}
