import { describe, expect, test } from 'vitest';
import {
  boolean,
  date,
  definitionRef,
  fenLiteral,
  inputRef,
  integer,
  literal,
  minus,
  money,
  notApplicable,
  plus,
  rate,
  text,
  times,
} from './build-expr.ts';
import type { Declaration } from './declaration.ts';
import type { Expr } from './expr.ts';
import { indexModule } from './module-index.ts';
import {
  claim,
  day,
  item,
  person,
  sampleExprs,
  sampleModule,
  testAccumulator,
  testDefinition,
  testInput,
  testModule,
  testProgram,
} from './testing.ts';
import type { ValueType } from './type.ts';
import { typeOfExpr } from './type-of-expr.ts';
import { verify } from './verify.ts';

const cost = inputRef('d/费用');
const advance = inputRef('d/垫付');
const half = literal(rate, '0.5');

/** The codes for a definition with this body in the sample module. */
function codesFor(body: Expr, type: ValueType = money, optional = false): readonly string[] {
  const definition = testDefinition('新', body, { type, optional });
  const module = { ...sampleModule, definitions: [...sampleModule.definitions, definition] };
  return verify(module).map(({ code }) => code);
}

test('the sample of every kind is sound', () => {
  expect(verify(sampleModule)).toEqual([]);
});

describe('types', () => {
  test.each<[string, Expr, ValueType, readonly string[]]>([
    ['money + money', plus(cost, fenLiteral(1)), money, []],
    ['money + rate', plus(cost, half), money, ['ir-wrong-type']],
    ['money × rate', times(cost, half), money, []],
    ['money × money', times(cost, cost), money, ['ir-wrong-type']],
    ['1 − rate', minus(literal(integer, '1'), half), rate, []],
    ['rate as money', half, money, ['ir-wrong-type']],
    ['rate as integer', half, integer, ['ir-wrong-type']],
    ['integer as rate', literal(integer, '1'), rate, []],
    [
      'a rate rounded to whole numbers is an integer',
      { kind: 'round', operand: half, mode: 'toward-zero', unit: '1' },
      integer,
      [],
    ],
    ['date − date', minus(inputRef('d/出院日期'), literal(date, '2024-01-01')), integer, []],
    ['date + date', plus(inputRef('d/出院日期'), inputRef('d/出院日期')), date, ['ir-wrong-type']],
    ['money ÷ money', sampleExprs.quotient, rate, []],
    ['a condition that is money', { kind: 'not', operand: cost }, boolean, ['ir-wrong-type']],
    [
      'texts in order',
      { kind: 'compare', operator: '<', left: literal(text, 'a'), right: literal(text, 'b') },
      boolean,
      ['ir-wrong-type'],
    ],
    [
      'members in order, without the order',
      {
        kind: 'compare',
        operator: '<',
        left: inputRef('d/级别'),
        right: inputRef('d/级别'),
      },
      boolean,
      ['ir-wrong-type'],
    ],
    [
      'members of two enumerations',
      {
        kind: 'compare',
        operator: '=',
        left: inputRef('d/级别'),
        right: literal({ kind: 'enumeration', enumeration: 'd/人员类别' }, '低保对象'),
      },
      boolean,
      ['ir-wrong-type'],
    ],
    ['an element outside a set', { kind: 'element' }, money, ['ir-stray-element']],
  ])('%s', (_, body, type, codes) => {
    expect(codesFor(body, type)).toEqual(codes);
  });

  test('a unit price times a quantity is money, times a rate a unit price', () => {
    const index = indexModule(
      testModule({ declarations: [testInput('单价', { kind: 'unit-price' })] }),
    );
    const price = inputRef('d/单价');
    const quantity = literal({ kind: 'decimal' }, '2.5');
    expect(typeOfExpr(times(price, quantity), index)?.type).toEqual(money);
    expect(typeOfExpr(times(half, price), index)?.type).toEqual({ kind: 'unit-price' });
  });
});

describe('不适用', () => {
  test.each<[string, Expr, boolean, readonly string[]]>([
    ['reaches a sum', plus(cost, advance), false, ['ir-optional-operand']],
    ['is passed on where allowed', advance, true, []],
    ['is passed on where not allowed', advance, false, ['ir-optional-body']],
    ['as zero', plus(cost, sampleExprs['or-else']), false, []],
    ['is skipped', { kind: 'combine', operator: 'sum', operands: [advance, cost] }, false, []],
    [
      'is all that is combined',
      { kind: 'combine', operator: 'sum', operands: [advance] },
      false,
      ['ir-optional-body'],
    ],
    [
      'in a branch',
      { ...sampleExprs.cases, branches: [], otherwise: notApplicable(money, '') },
      false,
      ['ir-optional-body'],
    ],
    [
      'as what it falls back to',
      { kind: 'or-else', operand: advance, fallback: advance },
      false,
      ['ir-optional-body'],
    ],
  ])('%s', (_, body, optional, codes) => {
    expect(codesFor(body, money, optional)).toEqual(codes);
  });

  test('最近 is 不适用 before the first claim, a sum is zero', () => {
    const codesOf = (latest: boolean) =>
      verify(
        testModule({
          definitions: [
            testDefinition('前', { kind: 'accumulator', accumulator: 'd/上次' }),
            testDefinition('后', fenLiteral(1)),
          ],
          accumulators: [testAccumulator('上次', '后', { latest })],
        }),
      ).map(({ code }) => code);
    expect(codesOf(true)).toEqual(['ir-optional-body']);
    expect(codesOf(false)).toEqual([]);
  });
});

describe('forms', () => {
  const lookup = sampleExprs.lookup;
  test.each<[string, Expr, readonly string[]]>([
    ['a number with a zero too many', literal(money, '1.50'), ['ir-literal']],
    ['a number in words', literal(money, 'ten'), ['ir-literal']],
    ['a unit of zero', { ...sampleExprs.round, unit: '0' }, ['ir-unit']],
    ['no operands', { kind: 'extremum', operator: 'min', operands: [] }, ['ir-empty']],
    [
      'a row that is too short',
      { ...lookup, rows: [{ match: [{ kind: 'any' }], value: fenLiteral(1) }] },
      ['ir-table'],
    ],
    [
      'a member that the key has not',
      {
        ...lookup,
        rows: [{ match: [{ kind: 'members', members: ['四级'] }, { kind: 'any' }], value: cost }],
      },
      ['ir-table'],
    ],
    [
      'a set as key without best',
      {
        kind: 'lookup',
        keys: [inputRef('d/身份')],
        rows: [{ match: [{ kind: 'any' }], value: cost }],
      },
      ['ir-table'],
    ],
    [
      'a band in the middle without an end',
      { ...sampleExprs.brackets, bands: [{ rate: half }, { rate: half }] },
      ['ir-table'],
    ],
    ['an unknown definition', definitionRef('d/没有'), ['ir-unknown-reference']],
    ['an unknown input', inputRef('d/没有'), ['ir-unknown-reference']],
    ['an input of a child record', inputRef('d/单项金额'), ['ir-not-visible']],
    [
      'a governing date that is money',
      { ...sampleExprs.dated, on: 'd/费用', versions: [{ validity: {}, value: cost }] },
      ['ir-wrong-type'],
    ],
  ])('%s', (_, body, codes) => {
    expect(codesFor(body)).toEqual(codes);
  });

  test.each([
    [literal(date, '2024-02-30'), 'ir-literal'],
    [literal({ kind: 'set', enumeration: 'd/人员类别' }, ['低保对象', '特困人员']), undefined],
    [literal({ kind: 'set', enumeration: 'd/人员类别' }, ['特困人员', '低保对象']), 'ir-literal'],
    [literal(boolean, 'true'), 'ir-literal'],
  ] as const)('%j', (value, code) => {
    const codes = codesFor(value, value.type);
    expect(codes).toEqual(code === undefined ? [] : [code]);
  });
});

describe('modules', () => {
  const one = testDefinition('一', fenLiteral(1));

  test('ids that occur twice', () => {
    const again = testModule({ definitions: [one, one] });
    expect(verify(again)).toMatchObject([{ code: 'ir-duplicate-id', id: 'd/一' }]);
  });

  test('a circle is named in full', () => {
    const circle = testModule({
      definitions: [
        testDefinition('甲', definitionRef('d/乙')),
        testDefinition('乙', inputRef('d/丙')),
      ],
      declarations: [testInput('丙', money, { default: definitionRef('d/甲') })],
    });
    expect(verify(circle)).toEqual([
      {
        code: 'ir-cycle',
        id: 'd/甲',
        message: {
          zh: 'd/甲：循环引用（d/甲 → d/乙 → d/丙 → d/甲）',
          en: 'd/甲: evaluated in a circle (d/甲 → d/乙 → d/丙 → d/甲)',
        },
      },
    ]);
  });

  test('an accumulator read before and written after the claim is no circle', () => {
    const module = testModule({
      definitions: [
        testDefinition('后', plus({ kind: 'accumulator', accumulator: 'd/累计' }, fenLiteral(1))),
      ],
      accumulators: [testAccumulator('累计', '后')],
    });
    expect(verify(module)).toEqual([]);
  });

  test('an accumulator per visit needs a key, one per year has none', () => {
    const period = (rest: object) =>
      verify(testModule({ definitions: [one], accumulators: [testAccumulator('累', '一', rest)] }));
    expect(period({ period: 'visit' })).toMatchObject([{ code: 'ir-instance' }]);
    expect(period({ period: 'visit', instance: literal(text, 'x') })).toEqual([]);
    expect(period({ instance: literal(text, 'x') })).toMatchObject([{ code: 'ir-instance' }]);
  });

  test('what is above is visible, what is beside or below is not', () => {
    const read = (entity: string, body: Expr) =>
      verify(
        testModule({
          declarations: [
            testInput('年龄', money, { entity: person }),
            testInput('费用', money, { entity: claim }),
            testInput('金额', money, { entity: item }),
          ],
          definitions: [testDefinition('新', body, { entity })],
        }),
      ).map(({ code }) => code);
    const items: Expr = { ...sampleExprs['child-aggregate'], value: inputRef('d/金额') };
    const { when: _, ...all } = items as (typeof sampleExprs)['child-aggregate'];
    expect(read(item, plus(inputRef('d/年龄'), inputRef('d/费用')))).toEqual([]);
    expect(read(person, inputRef('d/费用'))).toEqual(['ir-not-visible']);
    expect(read(claim, all)).toEqual([]);
    expect(read(person, all)).toEqual(['ir-not-visible']);
  });

  test('the results that a layer lists exist, unless binding dropped what nothing reads', () => {
    const declarations: readonly Declaration[] = [
      {
        ...testInput('门诊', money),
        kind: 'layer',
        payer: '统筹基金',
        governedBy: 'on',
        yearBy: 'on',
        slots: [],
        cases: [],
        otherwise: 'own-slots',
        otherwiseSlots: [],
        inYear: 'incremental',
        rounding: { mode: 'half-away-from-zero', unit: '1' },
        results: { 支付: 'd/一', 起付: 'd/二' },
        accumulators: [],
      },
    ];
    const definitions = [one];
    expect(verify(testModule({ declarations, definitions }))).toMatchObject([
      { code: 'ir-unknown-reference', id: 'd/门诊' },
    ]);
    expect(verify(testProgram({ declarations, definitions }))).toEqual([]);
  });

  test('a program is bound and in order', () => {
    const two = testDefinition('二', definitionRef('d/一'));
    expect(verify(testProgram({ definitions: [one, two] }))).toEqual([]);
    expect(verify(testModule({ definitions: [two, one] }))).toEqual([]);
    expect(verify(testProgram({ definitions: [two, one] }))).toMatchObject([
      { code: 'ir-order', id: 'd/二' },
    ]);
    const dated = testDefinition('三', {
      kind: 'dated',
      on: 'on',
      versions: [{ validity: { from: day('2024-01-01') }, value: fenLiteral(1) }],
    });
    expect(verify(testModule({ definitions: [dated] }))).toEqual([]);
    expect(verify(testProgram({ definitions: [dated] }))).toMatchObject([{ code: 'ir-unbound' }]);
  });
});
