import type { Bound, Declaration, DelegationDeclaration, Expr, Module } from '@tiaoli/ir';
import { fenLiteral, money, readerDate } from '@tiaoli/ir';
import { day, nowhere, testDocument, testEnumeration, testModule } from '@tiaoli/ir/testing';
import { describe, expect, test } from 'vitest';
import { checkDelegations } from './check-delegations.ts';

const classes = { kind: 'enumeration', enumeration: 'd/级别' } as const;
const byClass = { name: '级别', type: classes };

const province = {
  ...testDocument,
  id: 'p',
  document: 'p',
  level: 'province',
  place: '山东省',
  number: '鲁政办发〔2022〕12号',
  effective: { from: day('2022-10-01') },
} as const;

const city = {
  ...province,
  id: 'c',
  document: 'c',
  level: 'city',
  place: '泰安市',
  parent: '山东省',
  number: '泰政办发〔2022〕14号',
} as const;

const clause = { document: 'p', path: ['五'] };

function cells(values: readonly number[]) {
  const [first] = values;
  if (values.length === 1 && first !== undefined) {
    return [{ match: [], value: fenLiteral(first), span: nowhere }];
  }
  return values.map((value, index) => ({
    match: [{ kind: 'members' as const, members: [['一级', '二级', '三级'][index] ?? ''] }],
    value: fenLiteral(value),
    span: nowhere,
  }));
}

interface Setting {
  readonly fill: readonly number[];
  readonly above?: readonly number[];
  readonly bounds?: readonly Bound[];
  readonly delegation?: Partial<DelegationDeclaration>;
  readonly document?: Partial<typeof city> | object;
  readonly from?: string;
  readonly none?: boolean;
  readonly later?: { readonly from: string; readonly value: number };
}

function moduleOf(setting: Setting): Module {
  const { fill, above = [800], bounds = [], delegation, document, none, later } = setting;
  const base = { ...province, clause };
  const delegated: Declaration = {
    ...base,
    id: 'p/授权',
    kind: 'delegation',
    parameter: 'p/起付',
    levels: ['city'],
    bounds,
    splits: [],
    ...delegation,
  };
  const version = { validity: { from: day('2022-10-01') }, span: nowhere };
  return testModule({
    declarations: [
      testEnumeration('级别', ['一级', '二级', '三级'], true),
      province,
      { ...city, ...document },
      {
        ...base,
        id: 'p/起付',
        name: '起付标准',
        kind: 'parameter',
        type: money,
        dimensions: above.length > 1 ? [byClass] : [],
        columns: [],
        better: 'low',
        versions: [
          { ...version, cells: cells(above) },
          ...(later
            ? [{ ...version, validity: { from: day(later.from) }, cells: cells([later.value]) }]
            : []),
        ],
      },
      ...(none ? [] : [delegated]),
      {
        ...city,
        id: 'c/确定',
        kind: 'fill',
        parameter: 'p/起付',
        validity: { from: day(setting.from ?? '2023-01-03') },
        dimensions: fill.length > 1 ? [byClass] : [],
        cells: cells(fill),
      },
    ],
  });
}

const fen = (value: number) => fenLiteral(value);

describe('each stage has its finding', () => {
  const cases: readonly (Setting & { readonly name: string; readonly codes: readonly string[] })[] =
    [
      { name: 'within the bounds', fill: [500], codes: [] },
      { name: 'nothing delegated', fill: [500], none: true, codes: ['not-delegated'] },
      {
        name: 'another level',
        fill: [500],
        delegation: { levels: ['county'] },
        codes: ['wrong-level'],
      },
      {
        name: 'another province',
        fill: [500],
        document: { parent: '山西省' },
        codes: ['not-below'],
      },
      {
        name: 'before the delegation',
        fill: [500],
        from: '2022-01-01',
        codes: ['delegation-lapsed'],
      },
      {
        name: 'after its end',
        fill: [500],
        delegation: { until: day('2022-12-31') },
        codes: ['delegation-lapsed'],
      },
      { name: 'a dimension not granted', fill: [1, 2, 3], codes: ['dimension-not-delegated'] },
      {
        name: 'a dimension granted',
        fill: [1, 2, 3],
        delegation: { splits: [byClass] },
        codes: [],
      },
      {
        name: 'below the floor',
        fill: [399],
        bounds: [{ kind: 'at-least', value: fen(400) }],
        codes: ['below-lower-bound'],
      },
      {
        name: 'at the floor',
        fill: [400],
        bounds: [{ kind: 'at-least', value: fen(400) }],
        codes: [],
      },
      {
        name: 'above the band',
        above: [700],
        fill: [701],
        bounds: [{ kind: 'between', low: fen(400), high: fen(700) }],
        codes: ['above-upper-bound'],
      },
      {
        name: 'the default above the band',
        above: [701],
        fill: [700],
        bounds: [{ kind: 'between', low: fen(400), high: fen(700) }],
        codes: ['default-out-of-bounds'],
      },
      {
        name: 'a later default below the floor',
        above: [400],
        fill: [400],
        later: { from: '2024-01-01', value: 399 },
        bounds: [{ kind: 'at-least', value: fen(400) }],
        codes: ['default-out-of-bounds'],
      },
      {
        name: 'off the step',
        fill: [450],
        bounds: [{ kind: 'step', value: fen(100) }],
        codes: ['off-step'],
      },
      {
        name: 'worse in one cell',
        above: [100, 200, 300],
        fill: [100, 250, 300],
        bounds: [{ kind: 'no-worse' }],
        codes: ['worse-than-above'],
      },
      {
        name: 'worse once the province lowers its own',
        fill: [500],
        later: { from: '2024-01-01', value: 400 },
        bounds: [{ kind: 'no-worse' }],
        codes: ['worse-than-above'],
      },
      {
        name: 'not rising',
        above: [100, 200, 300],
        fill: [100, 300, 200],
        bounds: [{ kind: 'monotone', direction: 'rising', dimension: '级别' }],
        codes: ['not-monotone'],
      },
    ];
  test.each(cases)('$name: $codes', ({ name: _, codes, ...setting }) => {
    expect(checkDelegations(moduleOf(setting)).map(({ code }) => code)).toEqual(codes);
  });
});

/** The province's 限额 of 6 yuan, which a city sets to `own`; nobody is to set more 起付 than it. */
function withCap(setting: Setting, own: number): Module {
  const limit = { id: 'p/限额', name: '限额', better: undefined };
  const module = moduleOf({ ...setting, bounds: [{ kind: 'at-most', value: limitOf('p/限额') }] });
  const model = module.declarations.find((each) => each.kind === 'parameter');
  const fill = module.declarations.find((each) => each.kind === 'fill');
  if (!model || !fill) throw new Error('a module of a parameter and what a city sets');
  const versions = model.versions.map((each) => ({ ...each, cells: cells([600]) }));
  const delegation = { ...province, id: 'p/授权限额', kind: 'delegation', parameter: limit.id };
  const declarations = [
    ...module.declarations,
    { ...model, ...limit, dimensions: [], versions },
    { ...delegation, levels: ['city'], bounds: [], splits: [] },
    { ...fill, id: 'c/限额', parameter: limit.id, dimensions: [], cells: cells([own]) },
  ];
  return { ...module, declarations } as unknown as Module;
}

function limitOf(parameter: string): Expr {
  return { kind: 'parameter', parameter, keys: [], splits: [], on: readerDate };
}

test('a bound that is made of another parameter is what that is in the city', () => {
  const codesOf = (module: Module) => checkDelegations(module).map(({ code }) => code);
  expect(codesOf(withCap({ above: [500], fill: [650] }, 700))).toEqual([]);
  expect(codesOf(withCap({ above: [500], fill: [550] }, 540))).toEqual(['above-upper-bound']);
});

test('a default is held to what the bound is in a city that sets nothing itself', () => {
  const module = withCap({ above: [500], fill: [1] }, 490);
  const declarations = module.declarations.filter(({ id }) => id !== 'c/确定');
  const [found, ...others] = checkDelegations({ ...module, declarations });
  expect(others).toEqual([]);
  expect(found?.message.zh).toBe(
    '泰安市没有另行确定：「起付标准」为5元，高于鲁政办发〔2022〕12号条「五」规定的上限（不高于4.9元）。',
  );
});

test('a finding names the clause of the province, the cell and both values', () => {
  const [found] = checkDelegations(
    moduleOf({
      above: [10000, 20000, 30000],
      fill: [10000, 25000, 30000],
      bounds: [{ kind: 'no-worse' }],
    }),
  );
  expect(found?.message).toEqual({
    zh: '「起付标准」[二级]为250元，劣于鲁政办发〔2022〕12号条「五」规定的数值（不高于200元）。',
    en: '“起付标准”[二级] is 250 yuan, worse for the person than in 鲁政办发〔2022〕12号条「五」 (not above 200 yuan).',
  });
  expect(found?.related.map(({ message }) => message.zh)).toEqual([
    '授权在此：鲁政办发〔2022〕12号条「五」',
  ]);
});

test('a 豁免 on the setting accepts a warning, and no error', () => {
  const codesWith = (setting: Setting, code: string): readonly string[] => {
    const module = moduleOf(setting);
    const exemptions = [{ code, reason: '照原文' }];
    const declarations = module.declarations.map((each) => {
      if (each.kind === 'fill') return { ...each, exemptions };
      return each.kind === 'parameter' ? { ...each, better: undefined } : each;
    });
    return checkDelegations({ ...module, declarations } as Module).map((each) => each.code);
  };
  const noWorse: Setting = { fill: [500], bounds: [{ kind: 'no-worse' }] };
  expect(codesWith(noWorse, 'off-step')).toEqual(['bound-undecided']);
  expect(codesWith(noWorse, 'bound-undecided')).toEqual([]);
  const below: Setting = { fill: [399], bounds: [{ kind: 'at-least', value: fen(400) }] };
  expect(codesWith(below, 'below-lower-bound')).toEqual(['below-lower-bound']);
});

describe('a document of several versions', () => {
  const before = { from: day('2019-01-01'), to: day('2022-09-30') };
  const now = { from: day('2022-10-01'), to: day('2023-12-31') };
  const later = { from: day('2024-01-01') };
  const options = { windows: new Map([['p', [before, now, later]]]) };
  const codesOf = (setting: Setting, until?: string): readonly string[] => {
    const module = moduleOf(setting);
    const declarations = module.declarations.map((each) => {
      if (each.kind === 'document' && each.id === 'p') return { ...each, effective: now };
      if (each.kind !== 'fill' || until === undefined) return each;
      return { ...each, validity: { ...each.validity, to: day(until) } };
    });
    return checkDelegations({ ...module, declarations }, options).map(({ code }) => code);
  };
  const bounds = [{ kind: 'at-least', value: fen(400) }] as const;

  test('what was set under the version before goes on, within the bounds of this one', () => {
    expect(codesOf({ fill: [400], from: '2020-01-01', bounds })).toEqual([]);
    expect(codesOf({ fill: [399], from: '2020-01-01', bounds })).toEqual(['below-lower-bound']);
    expect(codesOf({ fill: [400], from: '2020-01-01', none: true })).toEqual(['not-delegated']);
  });

  test('what holds under another version only is not held against this one', () => {
    expect(codesOf({ fill: [399], from: '2024-01-01', bounds })).toEqual([]);
    expect(codesOf({ fill: [399], from: '2024-01-01', none: true })).toEqual([]);
    expect(codesOf({ fill: [399], from: '2020-01-01', bounds }, '2022-09-30')).toEqual([]);
  });

  test('what begins before every version is refused', () => {
    expect(codesOf({ fill: [400], from: '2018-12-31', bounds })).toEqual(['delegation-lapsed']);
    expect(codesOf({ fill: [400], from: '2018-01-01', bounds }, '2018-12-31')).toEqual([
      'delegation-lapsed',
    ]);
  });
});
