import type { LocalText, Rational } from '@tiaoli/base';
import {
  add,
  compare,
  divide,
  floor,
  isInteger,
  multiply,
  parseRational,
  printRational,
  rational,
  subtract,
} from '@tiaoli/base';
import type { SettableValue } from '@tiaoli/diff';
import type { ValueType } from '@tiaoli/ir';

/** A parameter, and the values that it is given one after the other. */
export interface GridSpec {
  readonly parameter: string;
  readonly cell?: string;
  /** As written: `10000`, `1.4万元`, `65%`. */
  readonly low?: string;
  readonly high?: string;
  readonly step?: string;
}

/** `大病起付=10000..20000/1000`, `支付比例[三类]=60%..75%/1%`; of a grid of its own the name alone. */
export function parseGridSpec(text: string): GridSpec | undefined {
  const [, name = '', cell, low, high, step] =
    /^([^=[\]]+)(?:\[([^\]]+)\])?(?:=(.+?)\.\.(.+?)\/(.+))?$/u.exec(text.trim()) ?? [];
  if (name === '') return undefined;
  const range = low !== undefined && high !== undefined && step !== undefined;
  return {
    parameter: name.trim(),
    ...(cell !== undefined && { cell: cell.trim() }),
    ...(range && { low: low.trim(), high: high.trim(), step: step.trim() }),
  };
}

/** How many programs one sweep may run. */
export const MOST_POINTS = 200;

export type Grid =
  /** In ascending order, in the form of `Literal.value`. */
  | { readonly kind: 'grid'; readonly value: SettableValue; readonly points: readonly string[] }
  | { readonly kind: 'fault'; readonly fault: LocalText };

/** The points of a grid on one of the numbers that a policy has under the name. */
export function gridOf(spec: GridSpec, values: readonly SettableValue[], most = MOST_POINTS): Grid {
  const value = chosenOf(spec, values);
  if ('zh' in value) return { kind: 'fault', fault: value };
  const ends = endsOf(spec, value);
  if ('zh' in ends) return { kind: 'fault', fault: ends };
  const count = floor(divide(subtract(ends.high, ends.low), ends.step)) + 1n;
  if (count > BigInt(most)) {
    const fault = {
      zh: `有${count}个点，最多${most}个，请放大步长`,
      en: `there are ${count} points, at most ${most}: take a larger step`,
    };
    return { kind: 'fault', fault };
  }
  const points = Array.from({ length: Number(count) }, (_, at) =>
    printRational(add(ends.low, multiply(ends.step, rational(BigInt(at))))),
  );
  return { kind: 'grid', value, points };
}

function chosenOf(
  { parameter, cell }: GridSpec,
  values: readonly SettableValue[],
): SettableValue | LocalText {
  const [first] = values;
  if (!first) {
    return {
      zh: `政策里没有参数或表「${parameter}」`,
      en: `the policy has no parameter or table "${parameter}"`,
    };
  }
  const cells = values.map((each) => each.cell ?? '');
  if (cell === undefined) {
    if (values.length === 1) return first;
    return {
      zh: `「${parameter}」是一张表，请写明哪一格：${cells.map((each) => `${parameter}[${each}]`).join('、')}`,
      en: `"${parameter}" is a table, name the cell: ${cells.map((each) => `${parameter}[${each}]`).join(', ')}`,
    };
  }
  const found = values.find((each, at) => each.cell === cell || `${at + 1}` === cell);
  if (found) return found;
  return {
    zh: `「${parameter}」没有这一格：${cell}；有的是${cells.join('、')}`,
    en: `"${parameter}" has no cell ${cell}; it has ${cells.join(', ')}`,
  };
}

interface Ends {
  readonly low: Rational;
  readonly high: Rational;
  readonly step: Rational;
}

function endsOf({ low, high, step }: GridSpec, value: SettableValue): Ends | LocalText {
  const { type, current } = value;
  if (type.kind !== 'money' && type.kind !== 'rate' && type.kind !== 'integer') {
    return {
      zh: '只能改金额、比例和整数',
      en: 'only amounts, rates and whole numbers can be moved',
    };
  }
  if (low === undefined || high === undefined || step === undefined) {
    const own = current === undefined ? undefined : parseRational(current);
    return own
      ? ownGrid(type, own)
      : { zh: '没有现值，请写明范围和步长', en: 'it has no value now: write a range and a step' };
  }
  const [from, to, by] = [low, high, step].map((text) => numberOf(text, type));
  if (!from || !to || !by) {
    return {
      zh: `读不懂「${low}..${high}/${step}」：金额写元或万元，比例写百分数`,
      en: `"${low}..${high}/${step}" cannot be read: amounts in yuan, rates in percent`,
    };
  }
  if (compare(by, rational(0n)) <= 0 || compare(from, to) > 0 || compare(from, rational(0n)) < 0) {
    return {
      zh: '范围要从小到大，不低于零，步长大于零',
      en: 'a range ascends from zero or more, and its step is above zero',
    };
  }
  return { low: from, high: to, step: by };
}

const units: Readonly<Record<string, Readonly<Record<string, Rational>>>> = {
  money: {
    '': rational(100n),
    元: rational(100n),
    万元: rational(1_000_000n),
    万: rational(1_000_000n),
  },
  rate: { '': rational(1n), '%': rational(1n, 100n), '％': rational(1n, 100n) },
  integer: { '': rational(1n) },
};

/** In the unit of the type: fen, per one; undefined where it is none, or finer than the type holds. */
export function numberOf(text: string, { kind }: ValueType): Rational | undefined {
  const [, digits = '', unit = ''] = /^(-?\d+(?:\.\d+)?)\s*(\D*)$/u.exec(text.trim()) ?? [];
  const size = units[kind]?.[unit];
  const number = digits === '' ? undefined : parseRational(digits);
  if (!size || !number) return undefined;
  const value = multiply(number, size);
  return kind === 'rate' || isInteger(value) ? value : undefined;
}

/** Steps of an amount, in fen: the largest of which it is a multiple, so that the policy's own number lies on the grid. */
const amountSteps = [100_000n, 10_000n, 1000n, 100n, 1n];

/**
 * The grid of a number that nobody gave one: rates from 0 to 100% by half a point, amounts from 0 to twice what they are
 * by the largest of 1000, 100, 10, 1 yuan and 1 fen of which they are a multiple.
 */
function ownGrid({ kind }: ValueType, current: Rational): Ends {
  const zero = rational(0n);
  if (kind === 'rate') return { low: zero, high: rational(1n), step: rational(1n, 200n) };
  const high = multiply(current, rational(2n));
  const steps = kind === 'money' ? amountSteps : [1n];
  const step = steps.find((each) => isInteger(divide(current, rational(each)))) ?? 1n;
  return { low: zero, high, step: rational(step) };
}
