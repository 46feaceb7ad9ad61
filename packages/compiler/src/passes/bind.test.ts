import type { Module, ParameterDeclaration, Program } from '@tiaoli/ir';
import {
  definitionRef,
  fenLiteral,
  inputRef,
  literal,
  money,
  numberLiteral,
  plus,
  rate,
} from '@tiaoli/ir';
import {
  day,
  nowhere,
  testDefinition,
  testDocument,
  testInput,
  testModule,
} from '@tiaoli/ir/testing';
import { describe, expect, test } from 'vitest';
import { bind, governingDates } from './bind.ts';

const classes = { kind: 'enumeration', enumeration: 'd/级别' } as const;

const enumeration = {
  ...testDocument,
  id: 'd/级别',
  name: '级别',
  kind: 'enumeration',
  ordered: true,
  extensible: false,
  members: ['一级', '二级', '三级'].map((name) => ({ name, marks: [] })),
} as const;

function place(id: string, name: string | undefined, parent?: string) {
  return {
    ...testDocument,
    id,
    document: id,
    level: name === undefined ? ('nation' as const) : ('city' as const),
    ...(name !== undefined && { place: name }),
    ...(parent !== undefined && { parent }),
  };
}

const cell = (value: string, members?: readonly string[]) => ({
  match: members ? [{ kind: 'members' as const, members }] : [],
  value: numberLiteral(rate, 0),
  span: nowhere,
  ...(value && { value: literal(rate, value) }),
});

function parameter(rest: Partial<ParameterDeclaration>): ParameterDeclaration {
  return {
    ...place('d', undefined),
    id: 'd/比例',
    name: '比例',
    kind: 'parameter',
    type: rate,
    dimensions: [],
    columns: [],
    versions: [],
    ...rest,
  };
}

const version = (from: string, value: string) => ({
  validity: { from: day(from) },
  cells: [cell(value)],
  span: nowhere,
});

const reference = {
  kind: 'parameter',
  parameter: 'd/比例',
  keys: [],
  splits: [],
  on: 'd/结算.结算日期',
} as const;

function fill(document: string, from: string, value: string) {
  return {
    ...place(document, undefined),
    id: `${document}/确定.比例.${from}`,
    kind: 'fill' as const,
    parameter: 'd/比例',
    validity: { from: day(from) },
    dimensions: [],
    cells: [cell(value)],
  };
}

function boundBody(module: Module, on: string, jurisdiction?: string) {
  const { program } = bind(module, {
    ...(jurisdiction !== undefined && { jurisdiction }),
    dates: { on: day(on), 'd/结算.结算日期': day(on) },
  });
  return { program, body: program?.definitions[0]?.body };
}

const dated = testModule({
  declarations: [
    place('d', undefined),
    place('p', '山东省'),
    place('c', '泰安市', '山东省'),
    place('e', '太原市', '山西省'),
    parameter({ versions: [version('2020-01-01', '0.5'), version('2023-01-01', '0.6')] }),
    fill('p', '2021-01-01', '0.7'),
    fill('c', '2022-01-01', '0.75'),
    fill('c', '2024-01-01', '0.8'),
  ],
  definitions: [testDefinition('所用', reference, { type: rate })],
});

describe('the version in force', () => {
  test.each([
    { on: '2020-06-01', at: undefined, value: '0.5', from: '2020-01-01', to: '2022-12-31' },
    { on: '2023-01-01', at: undefined, value: '0.6', from: '2023-01-01', to: undefined },
    { on: '2020-06-01', at: '山东省', value: '0.5', from: '2020-01-01', to: '2020-12-31' },
    { on: '2021-06-01', at: '山东省', value: '0.7', from: '2021-01-01', to: '2022-12-31' },
    { on: '2023-06-01', at: '山东省', value: '0.7', from: '2023-01-01', to: undefined },
    { on: '2021-06-01', at: '泰安市', value: '0.7', from: '2021-01-01', to: '2021-12-31' },
    { on: '2023-06-01', at: '泰安市', value: '0.75', from: '2023-01-01', to: '2023-12-31' },
    { on: '2024-06-01', at: '泰安市', value: '0.8', from: '2024-01-01', to: undefined },
    { on: '2024-06-01', at: '太原市', value: '0.6', from: '2023-01-01', to: undefined },
  ])('$at on $on has $value from $from to $to', ({ on, at, value, from, to }) => {
    const { program, body } = boundBody(dated, on, at);
    expect(body).toEqual(literal(rate, value));
    expect(program?.validity['d/结算.结算日期']).toEqual({
      from: day(from),
      ...(to !== undefined && { to: day(to) }),
    });
  });

  test('before every version the value is undetermined, with parameter and date', () => {
    expect(boundBody(dated, '2019-12-31').body).toMatchObject({
      kind: 'undetermined',
      cause: 'no-version',
      reason: '参数「比例」在2019-12-31没有规定',
    });
  });

  test('a place that no document names is a finding', () => {
    const { program, diagnostics } = bind(dated, {
      jurisdiction: '北京市',
      dates: { on: day('2024-01-01') },
    });
    expect(program).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-jurisdiction']);
  });

  test('the governing date is asked for when it is not given', () => {
    const { program } = bind(dated, { dates: { on: day('2024-01-01') } });
    expect(program?.definitions[0]?.body).toMatchObject({ kind: 'cases', overlap: 'first' });
  });

  test('governing dates', () => {
    expect(governingDates(dated)).toEqual(['on', 'd/结算.结算日期']);
  });
});

test('a fill that leaves cells open falls back to the default there', () => {
  const dimensions = [{ name: '级别', type: classes }];
  const module = testModule({
    declarations: [
      enumeration,
      place('c', '泰安市'),
      parameter({
        dimensions,
        versions: [
          {
            validity: {},
            span: nowhere,
            cells: [cell('0.8', ['一级']), { ...cell('0.6'), match: [{ kind: 'otherwise' }] }],
          },
        ],
      }),
      { ...fill('c', '2022-01-01', '0'), dimensions, cells: [cell('0.7', ['二级'])] },
      testInput('结算.级别', classes),
    ],
    definitions: [
      testDefinition('所用', { ...reference, keys: [inputRef('d/结算.级别')] }, { type: rate }),
    ],
  });
  const { body } = boundBody(module, '2024-01-01', '泰安市');
  const rows = body?.kind === 'lookup' ? body.rows : [];
  expect(rows.map(({ match, value }) => [match, value])).toEqual([
    [[{ kind: 'members', members: ['一级'] }], literal(rate, '0.8')],
    [[{ kind: 'members', members: ['二级'] }], literal(rate, '0.7')],
    [[{ kind: 'members', members: ['三级'] }], literal(rate, '0.6')],
  ]);
});

test('a fill by a set that leaves members open keeps the default for them, and for the empty set', () => {
  const dimensions = [{ name: '级别', type: classes }];
  const set = { kind: 'set', enumeration: 'd/级别' } as const;
  const module = testModule({
    declarations: [
      enumeration,
      place('c', '泰安市'),
      parameter({ versions: [version('2020-01-01', '0.6')] }),
      { ...fill('c', '2022-01-01', '0'), dimensions, cells: [cell('0.7', ['二级'])] },
      testInput('参保人.级别', set),
    ],
    definitions: [
      testDefinition(
        '所用',
        { ...reference, splits: [{ dimension: '级别', key: inputRef('d/参保人.级别') }] },
        { type: rate },
      ),
    ],
  });
  const { body } = boundBody(module, '2024-01-01', '泰安市');
  expect(body).toMatchObject({ kind: 'lookup', best: 'highest' });
  const rows = body?.kind === 'lookup' ? body.rows : [];
  expect(rows.map(({ match, value }) => [match[0], value])).toEqual([
    [{ kind: 'members', members: ['一级'] }, literal(rate, '0.6')],
    [{ kind: 'members', members: ['二级'] }, literal(rate, '0.7')],
    [{ kind: 'members', members: ['三级'] }, literal(rate, '0.6')],
    [{ kind: 'otherwise' }, literal(rate, '0.6')],
  ]);
});

test('a statistic is read by the insured year that it measures, and cuts the window at that year', () => {
  const income = { span: nowhere, validity: {} };
  const module = testModule({
    declarations: [
      parameter({
        versions: [
          { ...income, year: 2022, cells: [cell('0.2')] },
          { ...income, year: 2023, cells: [cell('0.3')] },
        ],
      }),
    ],
    definitions: [
      testDefinition('所用', { ...reference, year: { offset: -1, by: 'on' } }, { type: rate }),
    ],
  });
  const { program, body } = boundBody(module, '2024-05-01');
  expect(body).toEqual(literal(rate, '0.3'));
  expect(program?.validity.on).toEqual({ from: day('2024-01-01'), to: day('2024-12-31') });
  expect(boundBody(module, '2025-05-01').body).toMatchObject({
    cause: 'no-version',
    reason: '参数「比例」的2024年度值没有规定',
  });
});

test('a derogation prevails under its condition; 就高 takes the better value', () => {
  const derogation = {
    ...place('c', undefined),
    id: 'c/特别规定',
    kind: 'derogation' as const,
    parameter: 'd/比例',
    validity: { from: day('2024-01-01'), to: day('2024-12-31') },
    value: literal(rate, '0.4'),
    ifBetter: false,
  };
  const module = (extra: object): Module =>
    testModule({
      declarations: [
        place('c', '泰安市'),
        parameter({ better: 'high', versions: [version('2020-01-01', '0.5')] }),
        { ...derogation, ...extra },
      ],
      definitions: [testDefinition('所用', reference, { type: rate })],
    });
  const at = (extra: object, on: string) => boundBody(module(extra), on, '泰安市').body;
  expect(at({}, '2024-06-01')).toEqual(literal(rate, '0.4'));
  expect(at({}, '2025-06-01')).toEqual(literal(rate, '0.5'));
  expect(at({ ifBetter: true }, '2024-06-01')).toEqual(literal(rate, '0.5'));
  expect(at({ when: inputRef('d/结算.级别') }, '2024-06-01')).toMatchObject({
    branches: [{ value: literal(rate, '0.4') }],
    otherwise: literal(rate, '0.5'),
  });
});

test('constants are folded, and what nothing reads is removed', () => {
  const module = testModule({
    declarations: [testInput('结算.费用', money)],
    definitions: [
      testDefinition('合计', plus(definitionRef('d/中间'), inputRef('d/结算.费用'))),
      testDefinition('中间', plus(fenLiteral(2), fenLiteral(3)), { visibility: 'step' }),
      testDefinition('无用', fenLiteral(1), { visibility: 'step' }),
    ],
  });
  const { program } = bind(module, { dates: { on: 0 } });
  expect(names(program)).toEqual(['合计']);
  expect(program?.definitions[0]?.body).toEqual(plus(fenLiteral(5), inputRef('d/结算.费用')));
});

function names(program: Program | undefined) {
  return program?.definitions.map(({ name }) => name);
}
