import {
  boolean,
  compareTo,
  date,
  fenLiteral,
  inputRef,
  integer,
  literal,
  money,
  rate,
  text,
} from './build-expr.ts';
import type { Declaration } from './declaration.ts';
import type { Expr } from './expr.ts';
import type { Module } from './module.ts';
import {
  day,
  item,
  testAccumulator,
  testCatalogue,
  testCell,
  testDefinition,
  testEnumeration,
  testInput,
  testModule,
  testParameter,
  testVersion,
} from './sample-modules.ts';
import type { ValueType } from './type.ts';

/** One well-typed expression of every kind, on the claim of `sampleModule`; a new kind is a type error here. */
export const sampleExprs: { readonly [K in Expr['kind']]: Extract<Expr, { kind: K }> } = {
  literal: literal(money, '130000'),
  input: { kind: 'input', input: 'd/费用' },
  definition: { kind: 'definition', definition: 'd/自付' },
  accumulator: { kind: 'accumulator', accumulator: 'd/住院次数' },
  element: { kind: 'element' },
  parameter: {
    kind: 'parameter',
    parameter: 'd/起付标准',
    keys: [inputRef('d/级别')],
    splits: [],
    on: 'on',
  },
  dated: {
    kind: 'dated',
    on: 'd/出院日期',
    versions: [
      { validity: { to: day('2023-12-31') }, value: literal(rate, '0.6') },
      { validity: { from: day('2024-01-01') }, value: literal(rate, '0.65') },
    ],
  },
  lookup: {
    kind: 'lookup',
    keys: [inputRef('d/级别'), inputRef('d/年龄')],
    rows: [
      { match: [{ kind: 'otherwise' }, { kind: 'any' }], value: literal(money, '40000') },
      {
        match: [
          { kind: 'members', members: ['一级', '二级'] },
          { kind: 'range', low: { value: '60', included: true } },
        ],
        value: literal(money, '20000'),
      },
    ],
  },
  arithmetic: {
    kind: 'arithmetic',
    operator: '*',
    left: {
      kind: 'arithmetic',
      operator: '-',
      left: inputRef('d/费用'),
      right: fenLiteral(130_000),
    },
    right: literal(rate, '0.6'),
  },
  extremum: { kind: 'extremum', operator: 'min', operands: [inputRef('d/费用'), fenLiteral(5)] },
  brackets: {
    kind: 'brackets',
    from: fenLiteral(0),
    to: inputRef('d/费用'),
    bands: [
      { upTo: fenLiteral(10_000_000), rate: literal(rate, '0.6') },
      { rate: literal(rate, '0.7') },
    ],
  },
  round: { kind: 'round', operand: inputRef('d/费用'), mode: 'toward-zero', unit: '100' },
  'floor-divide': { kind: 'floor-divide', left: inputRef('d/年龄'), right: literal(integer, '10') },
  quotient: {
    kind: 'quotient',
    left: inputRef('d/费用'),
    right: fenLiteral(300),
    mode: 'half-away-from-zero',
    unit: '0.0001',
  },
  compare: {
    kind: 'compare',
    operator: '>=',
    left: inputRef('d/年龄'),
    right: literal(integer, '60'),
  },
  logic: {
    kind: 'logic',
    operator: 'and',
    operands: [
      compareTo(inputRef('d/年龄'), '<', literal(integer, '18')),
      { kind: 'intersects', operand: inputRef('d/身份'), members: ['低保对象'] },
    ],
  },
  not: { kind: 'not', operand: literal(boolean, true) },
  cases: {
    kind: 'cases',
    overlap: 'checked',
    branches: [
      {
        when: compareTo(inputRef('d/年龄'), '>=', literal(integer, '60')),
        value: literal(rate, '0.7'),
        label: '老年',
      },
      {
        when: { kind: 'intersects', operand: inputRef('d/身份'), members: ['低保对象'] },
        value: literal(rate, '0.75'),
        label: '低保',
      },
    ],
    otherwise: literal(rate, '0.6'),
  },
  combine: { kind: 'combine', operator: 'highest', operands: [inputRef('d/垫付'), fenLiteral(7)] },
  'not-applicable': { kind: 'not-applicable', type: money, reason: '未参保' },
  undetermined: { kind: 'undetermined', type: money, cause: 'not-seen', reason: '公报未载' },
  'or-else': { kind: 'or-else', operand: inputRef('d/垫付'), fallback: fenLiteral(0) },
  present: { kind: 'present', operand: inputRef('d/垫付') },
  member: { kind: 'member', operand: inputRef('d/级别'), members: ['一级', '二级'] },
  intersects: { kind: 'intersects', operand: inputRef('d/身份'), members: ['低保对象'] },
  'set-aggregate': {
    kind: 'set-aggregate',
    operator: 'sum',
    set: inputRef('d/身份'),
    value: {
      kind: 'lookup',
      keys: [{ kind: 'element' }],
      rows: [
        { match: [{ kind: 'members', members: ['低保对象'] }], value: fenLiteral(100) },
        { match: [{ kind: 'otherwise' }], value: fenLiteral(10) },
      ],
    },
  },
  'child-aggregate': {
    kind: 'child-aggregate',
    operator: 'sum',
    entity: item,
    value: inputRef('d/单项金额'),
    when: compareTo(inputRef('d/单项金额'), '>', fenLiteral(100)),
  },
  'catalogue-cell': {
    kind: 'catalogue-cell',
    catalogue: 'd/药品目录',
    column: '限额',
    keys: [literal(text, 'X001')],
    on: 'd/出院日期',
  },
  'date-part': { kind: 'date-part', part: 'year', operand: inputRef('d/出院日期') },
  'date-shift': {
    kind: 'date-shift',
    shift: 'months',
    operand: inputRef('d/出院日期'),
    by: literal(integer, '3'),
  },
  'working-day-shift': {
    kind: 'working-day-shift',
    operand: inputRef('d/出院日期'),
    by: literal(integer, '15'),
  },
};

const level: ValueType = { kind: 'enumeration', enumeration: 'd/医院级别' };

const declarations: readonly Declaration[] = [
  testEnumeration('医院级别', ['一级', '二级', '三级'], true),
  testEnumeration('人员类别', ['低保对象', '特困人员', '普通居民']),
  testInput('费用', money, { low: '0', high: '100000000' }),
  testInput('垫付', money, { optional: true }),
  testInput('级别', level),
  testInput('年龄', integer, { low: '0', high: '130' }),
  testInput('身份', { kind: 'set', enumeration: 'd/人员类别' }, { atMost: 3 }),
  testInput('出院日期', date),
  testInput('单项金额', money, { entity: item }),
  testCatalogue('药品目录', { keys: [{ name: '编码', type: text }] }),
  testParameter('起付标准', money, {
    dimensions: [{ name: '医院级别', type: level }],
    versions: [
      testVersion({}, [
        testCell([{ kind: 'members', members: ['一级'] }], fenLiteral(20_000)),
        testCell([{ kind: 'otherwise' }], fenLiteral(40_000)),
      ]),
    ],
  }),
];

/** The module in which `sampleExprs` stand: a definition for each kind, named by it; `element` stands in none. */
export const sampleModule: Module = testModule({
  declarations,
  definitions: [
    testDefinition('自付', inputRef('d/费用')),
    testDefinition('次数后', literal(integer, '1'), { type: integer, visibility: 'step' }),
    ...Object.entries(sampleExprs)
      .filter(([kind]) => kind !== 'element')
      .map(([kind, body]) =>
        testDefinition(kind, body, {
          type: typeOfSample(kind as Expr['kind']),
          optional: kind === 'not-applicable',
        }),
      ),
  ],
  accumulators: [testAccumulator('住院次数', '次数后', { type: integer })],
  outputs: [{ field: 'psn_part_amt', definition: 'd/自付' }],
});

function typeOfSample(kind: Expr['kind']): ValueType {
  switch (kind) {
    case 'accumulator':
    case 'floor-divide':
    case 'date-part':
      return integer;
    case 'dated':
    case 'quotient':
    case 'cases':
      return rate;
    case 'compare':
    case 'logic':
    case 'not':
    case 'present':
    case 'member':
    case 'intersects':
      return boolean;
    case 'date-shift':
    case 'working-day-shift':
      return date;
    default:
      return money;
  }
}
