import type { Emission } from './emission.ts';
import { addHelper } from './emission.ts';
import type { FunctionBody, FunctionRef, Node } from './node.ts';
import { call, constant, int, local, long } from './node.ts';
import {
  arithmetic,
  compareLong,
  isAtLeastDouble,
  magnitudeOfDouble,
  timesDouble,
  toDouble,
} from './operators.ts';

/** The global that a number beyond 64 bits sets: what was worked out since it was cleared is not to be used. */
export const overflowFlag = 0;

const [a, b, wrapped] = [local('i64', 0), local('i64', 1), local('i64', 2)] as const;

/** Sums and differences are looked at exactly, products a little too strictly: from 2^62 on. */
const checked = {
  add: checkedFunction('add', arithmetic.add(a, b), signsDiffer(a, wrapped, b, wrapped)),
  subtract: checkedFunction('subtract', arithmetic.subtract(a, b), signsDiffer(a, b, a, wrapped)),
  multiply: checkedFunction(
    'multiply',
    arithmetic.multiply(a, b),
    isAtLeastDouble(
      magnitudeOfDouble(timesDouble(toDouble(a), toDouble(b))),
      constant('f64', 2n ** 62n),
    ),
  ),
} as const;

function signsDiffer(left: Node, right: Node, other: Node, another: Node): Node {
  const differ = arithmetic.and(
    arithmetic.exclusiveOr(left, right),
    arithmetic.exclusiveOr(other, another),
  );
  return compareLong['<'](differ, long(0));
}

function checkedFunction(name: string, value: Node, isLost: Node): () => FunctionBody {
  return () => ({
    ref: { name, parameters: ['i64', 'i64'], result: 'i64' },
    locals: ['i64'],
    statements: [
      { kind: 'set', local: 2, value },
      { kind: 'if', condition: isLost, yes: [raiseFlag], no: [] },
    ],
    result: wrapped,
  });
}

export const raiseFlag = { kind: 'set-global', global: overflowFlag, value: int(1) } as const;

export function addSafely(left: Node, right: Node, isSafe: boolean, emission: Emission): Node {
  return isSafe ? arithmetic.add(left, right) : checkedCall('add', [left, right], emission);
}

export function subtractSafely(left: Node, right: Node, isSafe: boolean, emission: Emission): Node {
  return isSafe
    ? arithmetic.subtract(left, right)
    : checkedCall('subtract', [left, right], emission);
}

/** `isSafe`: the analysis has shown that the product stays within 64 bits. */
export function multiplySafely(left: Node, right: Node, isSafe: boolean, emission: Emission): Node {
  return isSafe
    ? arithmetic.multiply(left, right)
    : checkedCall('multiply', [left, right], emission);
}

function checkedCall(
  name: keyof typeof checked,
  args: readonly [Node, Node],
  emission: Emission,
): Node {
  return call(addHelper(emission, name, checked[name]), ...args);
}

/** Zero, and the flag: for a constant that 64 bits do not hold. */
export function overflow(emission: Emission): Node {
  const ref: FunctionRef = addHelper(emission, 'overflow', () => ({
    ref: { name: 'overflow', parameters: [], result: 'i64' },
    locals: [],
    statements: [raiseFlag],
    result: long(0),
  }));
  return call(ref);
}
