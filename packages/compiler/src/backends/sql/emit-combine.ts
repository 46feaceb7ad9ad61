import type { Combine } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import type { Emission } from './emission.ts';
import { numberOfReason } from './emission.ts';
import type { Node } from './node.ts';
import type { Branch } from './operators.ts';
import {
  anyOf,
  arithmetic,
  coalesce,
  compareNodes,
  extremeOf,
  firstOf,
  numberOf,
  onlyWhere,
  statusNode,
} from './operators.ts';
import type { Value } from './value.ts';
import { fits, inType, isNothing, isThere, numberValue, unifyAll, withStatus } from './value.ts';

/** 就高, 就低, 累加: skips 不适用; 不适用 when all are, with the reason of the first. */
export function combineValues(
  operator: Combine['operator'],
  given: readonly Value[],
  range: Range,
  emission: Emission,
): Value {
  const values = unifyAll(emission, given, range);
  const form = values.find((value) => !isNothing(value)) ?? values[0];
  if (!form) throw new Error('a combination has an operand');
  const there = values.filter((value) => !isNothing(value));
  const node =
    operator === 'sum'
      ? sumOf(there, form, range, emission)
      : bestOf(operator === 'highest' ? 'max' : 'min', there, emission);
  const combined = numberValue(emission, node ?? form.node, form.scale, range);
  return withStatus(emission, combined, combinedStatus(values, emission));
}

function sumOf(
  values: readonly Value[],
  { scale, node: { type: given } }: Value,
  range: Range,
  emission: Emission,
): Node | undefined {
  const type = given === 'wide' || !fits(range, scale) ? 'wide' : 'integer';
  const zero = numberOf(emission, type, 0n);
  const terms = values.map((value) =>
    firstOf(emission, [[isThere(emission, value), inType(emission, value.node, type)]], zero),
  );
  return terms.reduce<Node>((sum, term) => arithmetic(emission, '+', sum, term), zero);
}

/** The best of those that have a value; harmless where none has. */
export function bestOf(
  operator: 'min' | 'max',
  values: readonly Value[],
  emission: Emission,
): Node | undefined {
  const [first] = values;
  if (!first) return undefined;
  const best = extremeOf(
    emission,
    operator,
    values.map((value) => onlyWhere(emission, isThere(emission, value), value.node)),
  );
  const isSure = values.some(({ status }) => status === undefined);
  return isSure ? best : coalesce(emission, best, numberOf(emission, first.node.type, 0n));
}

/** What is missing prevails; else one value is enough; else the reason of the first. */
function combinedStatus(values: readonly Value[], emission: Emission): Node {
  const zero = statusNode(emission, 0);
  const lost = values.flatMap(({ status }): Branch[] =>
    status ? [[compareNodes(emission, '<', status, zero), status]] : [],
  );
  const some = anyOf(
    emission,
    values.map((value) => isThere(emission, value)),
  );
  const none = values[0]?.status ?? statusNode(emission, numberOfReason(emission, ''));
  return firstOf(emission, [...lost, [some, zero]], none);
}
