import { expect, test } from 'vitest';
import {
  boolean,
  compareTo,
  fenLiteral,
  inputRef,
  integer,
  literal,
  money,
  rate,
  times,
} from './build-expr.ts';
import type { Declaration } from './declaration.ts';
import { printModule } from './print-module.ts';
import {
  day,
  testAccumulator,
  testCell,
  testDefinition,
  testEnumeration,
  testId,
  testInput,
  testModule,
  testParameter,
  testVersion,
} from './testing.ts';

const fact = testInput('费用', money, { low: '0', high: '1000', default: fenLiteral(0) });
const declarations: readonly Declaration[] = [
  testEnumeration('级别', ['一级', '二级'], true),
  fact,
  testInput('身份', { kind: 'set', enumeration: 'd/级别' }, { atMost: 2, spells: true }),
  { ...fact, kind: 'invariant', id: testId('约束1'), condition: literal(boolean, true) },
  testParameter('比例', rate, {
    dimensions: [{ name: '年龄', type: integer }],
    versions: [
      testVersion({ from: day('2024-01-01'), to: day('2024-12-31') }, [
        testCell([{ kind: 'range', high: { value: '60', included: false } }], literal(rate, '0.6')),
        testCell([{ kind: 'otherwise' }], literal(rate, '0.7')),
      ]),
    ],
  }),
  {
    ...fact,
    id: testId('授权'),
    kind: 'delegation',
    parameter: 'd/比例',
    levels: ['city'],
    bounds: [{ kind: 'no-worse' }],
    splits: [],
  },
  {
    ...fact,
    id: testId('确定'),
    kind: 'fill',
    parameter: 'd/比例',
    validity: { from: day('2024-06-01') },
    dimensions: [{ name: '级别', type: { kind: 'enumeration', enumeration: 'd/级别' } }],
    cells: [testCell([{ kind: 'members', members: ['一级'] }], literal(rate, '0.8'))],
  },
];

test('a module as text', () => {
  const module = testModule({
    declarations,
    definitions: [
      testDefinition('应付', times(inputRef('d/费用'), literal(rate, '0.6')), {
        visibility: 'step',
        origin: { ...testDefinition('x', fenLiteral(0)).origin, step: '应付0' },
      }),
      testDefinition('老年', compareTo(inputRef('d/费用'), '>', fenLiteral(1)), {
        type: boolean,
        optional: true,
      }),
    ],
    accumulators: [testAccumulator('累计', '应付', { period: 'month', by: [inputRef('d/费用')] })],
    outputs: [{ field: 'hifp_pay', definition: 'd/应付' }],
  });
  expect(printModule(module)).toBe(`document d

[declarations]
document d: nation
entity d/参保人
entity d/结算 of d/参保人
entity d/明细 of d/结算
enumeration d/级别: 一级 < 二级
input d/费用: money on d/结算 0..1000, default 0元
input d/身份: set of d/级别 on d/结算, at most 2, by day
invariant d/约束1
  是
parameter d/比例: rate by 年龄
  version from 2024-01-01 to 2024-12-31
    (..60): 60%
    otherwise: 70%
delegation d/授权 to city: d/比例
  {"kind":"no-worse"}
fill d/确定: d/比例 from 2024-06-01 by 级别
  一级: 80%

[definitions]
step d/应付 <应付0> on d/结算: money
  = 费用 × 60%
result d/老年 on d/结算: boolean?
  = 费用 > 0.01元

[accumulators]
d/累计 '累计': money per month on on
  by 费用
  next d/应付

[outputs]
hifp_pay = d/应付
`);
});
