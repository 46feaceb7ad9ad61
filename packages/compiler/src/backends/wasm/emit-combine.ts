import type { Combine } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import { addRanges, exactly, joinRanges } from '../../passes/range.ts';
import type { Scope } from './emission.ts';
import { statusOfNotApplicable } from './emission.ts';
import { unifyAll } from './emit-way.ts';
import type { Node } from './node.ts';
import { int, long } from './node.ts';
import { both, compareInt, compareLong, either, select } from './operators.ts';
import { addSafely } from './overflow.ts';
import type { Status, Value } from './value.ts';
import {
  fits,
  isNothing,
  isThere,
  joinStatus,
  named,
  namedStatus,
  truth,
  withoutStatus,
} from './value.ts';

/** 就高, 就低, 累加: skips 不适用; 不适用 when all are, with the reason of the first. */
export function combineValues(
  operator: Combine['operator'],
  given: readonly Value[],
  range: Range,
  scope: Scope,
): Value {
  const values = unifyAll(given, range, scope).map((value) => named(scope, value));
  const form = values.find((value) => !isNothing(value)) ?? values[0];
  if (!form) throw new Error('a combination has an operand');
  const none = statusOfNotApplicable(scope.emission, '');
  const start: Combined = {
    node: long(0),
    range: exactly(zero),
    status: firstReason(values[0], none, scope),
  };
  const all = values.reduce((best, value) => takeBetter(operator, best, value, scope), start);
  const missing = joinStatus(scope, ...values.map(({ status }) => lostOf(status, scope)));
  const always = values.some(({ status }) => status === undefined);
  const status = always ? missing : joinStatus(scope, missing, all.status);
  const result = { ...withoutStatus(form), range, node: all.node };
  return status ? { ...result, status } : result;
}

const zero = { numerator: 0n, denominator: 1n };

interface Combined {
  readonly node: Node;
  readonly range: Range;
  readonly status: Status;
}

/** Why there is none, should all be 不适用. */
function firstReason(first: Value | undefined, none: Status, scope: Scope): Status {
  if (!first?.status) return none;
  const node = first.status.node;
  return namedStatus(scope, select(node, node, none.node), first.status.mayMiss);
}

function lostOf(status: Status | undefined, scope: Scope): Status | undefined {
  if (!status?.mayMiss) return undefined;
  const node = select(compareInt['<'](status.node, int(0)), status.node, int(0));
  return namedStatus(scope, node, true);
}

function takeBetter(
  operator: Combine['operator'],
  best: Combined,
  value: Value,
  scope: Scope,
): Combined {
  if (isNothing(value)) return best;
  const isValue = value.status ? isThere(value.status) : int(1);
  const range =
    operator === 'sum'
      ? addRanges(best.range, joinRanges(value.range, exactly(zero)))
      : value.range;
  const isSafe = fits(range, value.scale) && fits(value.range, value.scale);
  const isBetter =
    operator === 'sum'
      ? int(1)
      : either(
          best.status.node,
          compareLong[operator === 'highest' ? '>' : '<'](value.node, best.node),
        );
  const taken =
    operator === 'sum' ? addSafely(best.node, value.node, isSafe, scope.emission) : value.node;
  const isTaken = named(scope, truth(both(isValue, asTruth(isBetter)))).node;
  return {
    node: named(scope, { ...value, node: select(isTaken, taken, best.node) }).node,
    range,
    status: namedStatus(scope, select(isTaken, int(0), best.status.node), best.status.mayMiss),
  };
}

/** Statuses are no truth values. */
function asTruth(node: Node): Node {
  return compareInt['!='](node, int(0));
}
