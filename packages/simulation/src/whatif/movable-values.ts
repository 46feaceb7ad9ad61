import type { Rational } from '@tiaoli/base';
import {
  add,
  compare,
  divide,
  multiply,
  parseRational,
  printRational,
  rational,
  subtract,
  yuanOfFen,
} from '@tiaoli/base';
import type { EditedSide, SettableValue } from '@tiaoli/diff';
import { settableNames, settableValues } from '@tiaoli/diff';
import type { Sweep } from '../result/whatif-result.ts';
import { unitOf } from './sweep-points.ts';

/** A number of a policy that a sweep or a search may move, as it is written in a question. */
export interface MovableValue {
  /** `大病起付`, `支付比例[三类]` */
  readonly name: string;
  readonly unit: Sweep['unit'];
  /** As it is written: yuan, percent or a whole number. */
  readonly current: string;
  /** Around the current value, in about ten points. */
  readonly range: { readonly low: string; readonly high: string; readonly step: string };
}

/** Amounts, rates and whole numbers that are in force on the side's day. */
export function movableValues(side: EditedSide): readonly MovableValue[] {
  return settableNames(side).flatMap((name) =>
    settableValues(side, name).flatMap((value) => movable(value) ?? []),
  );
}

function movable(value: SettableValue): MovableValue | undefined {
  const { parameter, cell, type, current } = value;
  const own = current === undefined ? undefined : parseRational(current);
  if (!own || !['money', 'rate', 'integer'].includes(type.kind)) return undefined;
  const unit = unitOf(value);
  const [low, high, step] = around(own, unit).map((each) => written(each, unit));
  return {
    name: cell === undefined ? parameter : `${parameter}[${cell}]`,
    ...{ unit, current: written(own, unit) },
    range: { low: low ?? '', high: high ?? '', step: step ?? '' },
  };
}

const zero = rational(0n);
const one = rational(1n);

/** Ends and step: rates ten points to both sides by two, amounts half of it by a round step, numbers five. */
function around(own: Rational, unit: Sweep['unit']): readonly [Rational, Rational, Rational] {
  if (unit === 'rate') {
    const span = rational(1n, 10n);
    return [larger(subtract(own, span), zero), smaller(add(own, span), one), rational(1n, 50n)];
  }
  const step = unit === 'money' ? roundStep(own) : one;
  const span = multiply(step, rational(5n));
  return [larger(subtract(own, span), zero), add(own, span), step];
}

/** About a tenth of an amount: 1, 2 or 5 times a power of ten, in whole yuan. */
function roundStep(fen: Rational): Rational {
  const tenth = divide(fen, rational(10n));
  for (let size = 100n; ; size *= 10n) {
    for (const each of [1n, 2n, 5n]) {
      const step = rational(size * each);
      if (compare(multiply(step, rational(2n)), tenth) >= 0) return step;
    }
  }
}

function larger(left: Rational, right: Rational): Rational {
  return compare(left, right) < 0 ? right : left;
}

function smaller(left: Rational, right: Rational): Rational {
  return compare(left, right) < 0 ? left : right;
}

function written(value: Rational, unit: Sweep['unit']): string {
  if (unit === 'money') return yuanOfFen(value).replace(/\.00$/, '');
  return unit === 'rate'
    ? `${printRational(multiply(value, rational(100n)))}%`
    : printRational(value);
}
