import { rational } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  compareTo,
  definitionRef,
  fenLiteral,
  inputRef,
  literal,
  minimum,
  minus,
  money,
  plus,
  positivePart,
  rate,
  roundTo,
  times,
} from '@tiaoli/ir';
import { testAccumulator, testDefinition, testInput, testProgram } from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';

const cost = inputRef('d/费用');
const fee = testInput('费用', money, { low: '0', high: '1000000000' });
const open = testInput('无界', money);
const half = literal(rate, '0.65');

function factsOf(body: Expr) {
  const program = testProgram({
    declarations: [fee, open],
    definitions: [
      testDefinition('起付', minimum(cost, fenLiteral(100000))),
      testDefinition('所求', body),
      testDefinition('已付之后', plus(accumulatorRef('d/已付'), definitionRef('d/起付'))),
    ],
    accumulators: [testAccumulator('已付', '已付之后')],
  });
  return analyse(program).definitions.get('d/所求');
}

const range = (low: bigint, high: bigint) => ({ low: rational(low), high: rational(high) });

test.each<{ name: string; body: Expr; range: object; scale: bigint; wide: boolean }>([
  { name: 'an input', body: cost, range: range(0n, 10n ** 9n), scale: 1n, wide: false },
  {
    name: 'what is left of an amount',
    body: minus(cost, definitionRef('d/起付')),
    range: range(0n, 10n ** 9n),
    scale: 1n,
    wide: false,
  },
  {
    name: 'a difference',
    body: minus(definitionRef('d/起付'), cost),
    range: range(-(10n ** 9n), 100000n),
    scale: 1n,
    wide: false,
  },
  {
    name: 'a product',
    body: times(half, cost),
    range: range(0n, 650_000_000n),
    scale: 20n,
    wide: false,
  },
  {
    name: 'a rounded product',
    body: roundTo(times(half, cost), { mode: 'half-away-from-zero', unit: '100' }),
    range: range(0n, 650_000_000n),
    scale: 1n,
    wide: false,
  },
  {
    name: 'what a yearly cap leaves',
    body: positivePart(minus(fenLiteral(7000000), accumulatorRef('d/已付'))),
    range: range(0n, 7000000n),
    scale: 1n,
    wide: false,
  },
  {
    name: 'a case split',
    body: choose(compareTo(cost, '>', fenLiteral(5)), fenLiteral(-3), half),
    range: { low: rational(-3), high: rational(13, 20) },
    scale: 20n,
    wide: false,
  },
  {
    name: 'an amount without a domain',
    body: inputRef('d/无界'),
    range: {},
    scale: 1n,
    wide: true,
  },
  {
    name: 'a product of amounts',
    body: times(cost, cost),
    range: range(0n, 10n ** 18n),
    scale: 1n,
    wide: true,
  },
])('$name', ({ name: _, body, ...expected }) => {
  expect(factsOf(body)).toEqual(expected);
});

test('an accumulator has the scale of what is added to it', () => {
  const program = testProgram({
    declarations: [fee],
    definitions: [
      testDefinition(
        '累计应付',
        plus(accumulatorRef('d/应付'), times(literal(rate, '0.6512'), cost)),
      ),
    ],
    accumulators: [testAccumulator('应付', '累计应付')],
  });
  const { accumulators } = analyse(program);
  expect(accumulators.get('d/应付')).toEqual({
    range: range(0n, 10n ** 11n),
    scale: 625n,
    wide: false,
  });
});

test('an accumulator that may fall below zero is not taken to be an amount', () => {
  const program = testProgram({
    declarations: [fee],
    definitions: [testDefinition('余额之后', minus(accumulatorRef('d/余额'), cost))],
    accumulators: [testAccumulator('余额', '余额之后')],
  });
  expect(analyse(program).accumulators.get('d/余额')?.range).toEqual(
    range(-(10n ** 11n), 10n ** 11n),
  );
});
