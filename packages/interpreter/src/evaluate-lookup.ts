import type { Rational } from '@tiaoli/base';
import { assertNever, compare, greatest, least, parseRational } from '@tiaoli/base';
import type { KeyMatch, Lookup, NumberRange } from '@tiaoli/ir';
import { rowsInOrder } from '@tiaoli/ir';
import { noRow } from './messages.ts';
import type { Evaluate, Scope } from './scope.ts';
import { asNumber, valuesOf } from './strict.ts';
import type { Outcome, Value } from './values.ts';
import {
  isNumber,
  isSet,
  joinMissing,
  membersInOrder,
  notApplicableOutcome,
  printKey,
  undetermined,
  valueOutcome,
} from './values.ts';

/** A key to look up; undefined stands for the empty set, which only `any` and `otherwise` match. */
type Key = Value | undefined;

/** The value of the row that matches, or the best one over the members of keys that are sets. */
export function evaluateLookup(expr: Lookup, scope: Scope, evaluate: Evaluate): Outcome {
  const keys = valuesOf(expr.keys, scope, evaluate);
  if ('status' in keys) return keys;
  const outcomes = combinationsOf(keys).map((combination) =>
    lookUp(expr, combination, scope, evaluate),
  );
  const [first] = outcomes;
  if (outcomes.length === 1 && first) return first;
  return bestOf(outcomes, expr);
}

function lookUp({ rows }: Lookup, keys: readonly Key[], scope: Scope, evaluate: Evaluate): Outcome {
  const row = rowsInOrder(rows).find(({ match }) =>
    match.every((each, column) => matches(each, keys[column])),
  );
  if (row) return evaluate(row.value, scope);
  return undetermined('gap', noRow(keys.map((key) => (key === undefined ? '{}' : printKey(key)))));
}

function bestOf(outcomes: readonly Outcome[], { best }: Lookup): Outcome {
  if (!best) throw new Error('a lookup by a set does not say which value is best');
  const missing = outcomes.filter((outcome) => outcome.status === 'missing');
  if (missing.length > 0) return joinMissing(missing);
  const numbers = outcomes.flatMap((outcome) =>
    outcome.status === 'value' ? [asNumber(outcome.value)] : [],
  );
  if (numbers.length === 0) return outcomes[0] ?? notApplicableOutcome('');
  return valueOutcome(numbers.reduce(best === 'highest' ? greatest : least));
}

/** Every way to take one member of each key that is a set; members in ascending order. */
function combinationsOf(keys: readonly Value[]): readonly (readonly Key[])[] {
  return keys.reduce<readonly (readonly Key[])[]>(
    (combinations, key) => {
      const choices = choicesOf(key);
      return combinations.flatMap((before) => choices.map((choice) => [...before, choice]));
    },
    [[]],
  );
}

function choicesOf(key: Value): readonly Key[] {
  if (!isSet(key)) return [key];
  return key.size === 0 ? [undefined] : membersInOrder(key);
}

function matches(match: KeyMatch, key: Key): boolean {
  switch (match.kind) {
    case 'any':
    case 'otherwise':
      return true;
    case 'members':
      return key !== undefined && match.members.includes(printKey(key));
    case 'range':
      return key !== undefined && isNumber(key) && isWithin(key, match);
    default:
      return assertNever(match);
  }
}

function isWithin(key: Rational, { low, high }: NumberRange): boolean {
  const above = low ? compare(key, bound(low.value)) : 1;
  const below = high ? compare(bound(high.value), key) : 1;
  return (
    (above > 0 || (above === 0 && low?.included === true)) &&
    (below > 0 || (below === 0 && high?.included === true))
  );
}

function bound(text: string): Rational {
  const value = parseRational(text);
  if (!value) throw new Error(`ill-formed bound: ${text}`);
  return value;
}
