import { describe, expect, test } from 'vitest';
import {
  both,
  choose,
  compareTo,
  definitionRef,
  fenLiteral,
  inputRef,
  literal,
  minimum,
  money,
  plus,
  rate,
  roundTo,
  text,
  times,
} from './build-expr.ts';
import type { Cell, Declaration } from './declaration.ts';
import type { Expr } from './expr.ts';
import { documentHash, meaningHash } from './meaning-hash.ts';
import type { Module } from './module.ts';
import {
  day,
  nowhere,
  sampleExprs,
  sampleModule,
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

const cost = inputRef('d/费用');
const share = literal(rate, '0.6');

/** What varies in the module under test. */
interface Parts {
  readonly body: Expr;
  readonly step: Expr;
  readonly stepName: string;
  readonly declarations: readonly Declaration[];
  readonly period: 'year' | 'month';
  readonly by: readonly Expr[];
  readonly mode: 'half-away-from-zero' | 'toward-zero';
}

const cells: readonly Cell[] = [
  testCell([{ kind: 'members', members: ['一级', '二级'] }], fenLiteral(20_000)),
  testCell([{ kind: 'otherwise' }], fenLiteral(40_000)),
];
const version = testVersion({ from: day('2024-01-01') }, cells);
const parameter = testParameter('起付标准', money, { versions: [version] });
const bounds = [
  { kind: 'at-least', value: fenLiteral(10_000) },
  { kind: 'at-most', value: fenLiteral(50_000) },
] as const;
const delegation: Declaration = {
  ...testInput('授权起付标准', money),
  kind: 'delegation',
  parameter: 'd/起付标准',
  levels: ['city'],
  bounds,
  splits: [],
};
const input = testInput('费用', money, { low: '0', high: '1000000' });
const level = testEnumeration('级别', ['一级', '二级', '三级']);

function moduleOf(parts: Partial<Parts> = {}): Module {
  const stepName = parts.stepName ?? '应付';
  const mode = parts.mode ?? 'half-away-from-zero';
  return testModule({
    declarations: parts.declarations ?? [level, input, parameter, delegation],
    definitions: [
      testDefinition(stepName, parts.step ?? times(cost, share), { visibility: 'step' }),
      testDefinition(
        '支付',
        parts.body ?? roundTo(definitionRef(testId(stepName)), { mode, unit: '1' }),
      ),
    ],
    accumulators: [
      testAccumulator('支付.本年', '支付', { period: parts.period ?? 'year', by: parts.by ?? [] }),
    ],
    outputs: [{ field: 'hifp_pay', definition: 'd/支付' }],
  });
}

const base = meaningHash(moduleOf());

/** `module` with every span, clause, quote and provenance changed. */
function elsewhere(module: Module): Module {
  const span = { ...nowhere, file: 'other.tiaoli' };
  const clause = { document: 'd', path: ['九', '三'] };
  const provenance = { source: 'x', grade: 'C', marks: ['inferred'] } as const;
  return {
    ...module,
    declarations: module.declarations.map((each) => ({ ...each, span, clause, provenance })),
    definitions: module.definitions.map((each) => ({
      ...each,
      origin: { ...each.origin, span, clause, case: '别的标签' },
    })),
  };
}

describe('keeps its value', () => {
  const terms = (...order: readonly Expr[]): Expr => order.reduce(plus);
  const guard = (fen: number): Expr => compareTo(cost, '>', fenLiteral(fen));
  const branch = (label: string, fen: number) => ({
    label,
    when: guard(fen),
    value: fenLiteral(fen),
  });
  const split = (...branches: readonly ReturnType<typeof branch>[]): Expr => ({
    kind: 'cases',
    overlap: 'checked',
    branches,
    otherwise: fenLiteral(0),
  });

  test.each<[string, Parameters<typeof moduleOf>[0], Parameters<typeof moduleOf>[0]]>([
    ['a step of another name', {}, { stepName: '别名' }],
    ['declarations in another order', {}, { declarations: [delegation, parameter, input, level] }],
    [
      'rows, members and bounds in another order',
      {},
      {
        declarations: [
          testEnumeration('级别', ['三级', '一级', '二级']),
          input,
          {
            ...parameter,
            versions: [
              {
                ...version,
                cells: [
                  testCell([{ kind: 'otherwise' }], fenLiteral(40_000)),
                  testCell([{ kind: 'members', members: ['二级', '一级'] }], fenLiteral(20_000)),
                ],
              },
            ],
          },
          { ...delegation, bounds: bounds.toReversed() } as Declaration,
        ],
      },
    ],
    [
      'terms nested and ordered another way',
      { step: terms(cost, fenLiteral(1), fenLiteral(2)) },
      { step: plus(fenLiteral(2), plus(fenLiteral(1), cost)) },
    ],
    [
      'operands of min and of and in another order',
      { step: choose(both(guard(1), guard(2)), minimum(cost, fenLiteral(5)), cost) },
      { step: choose(both(guard(2), guard(1)), minimum(fenLiteral(5), cost), cost) },
    ],
    [
      'a comparison turned round',
      { step: choose(guard(1), cost, share) },
      {
        step: choose(compareTo(fenLiteral(1), '<', cost), cost, share),
      },
    ],
    [
      'cases in another order, under other labels',
      { step: split(branch('甲', 1), branch('乙', 2)) },
      { step: split(branch('丙', 2), branch('丁', 1)) },
    ],
    [
      'another reason for 不适用',
      { step: { kind: 'not-applicable', type: money, reason: '甲' } },
      { step: { kind: 'not-applicable', type: money, reason: '乙' } },
    ],
  ])('%s', (_, left, right) => {
    expect(meaningHash(moduleOf(right))).toBe(meaningHash(moduleOf(left)));
  });

  test('other places, clauses, provenance, keywords, titles and examples', () => {
    const moved = elsewhere(moduleOf());
    const declarations = moved.declarations.map((each) =>
      each.kind === 'document' ? { ...each, title: '另一题目', keywords: 'en' as const } : each,
    );
    const clause: Declaration = {
      ...testInput('条三', money),
      kind: 'clause',
      path: ['三'],
      text: ['原文'],
      status: 'rules',
    };
    expect(meaningHash({ ...moved, declarations: [...declarations, clause] })).toBe(base);
  });

  test('definitions in another order', () => {
    const module = moduleOf();
    const definitions = module.definitions.toReversed();
    expect(meaningHash({ ...module, definitions })).toBe(base);
    expect(
      meaningHash({ ...sampleModule, definitions: sampleModule.definitions.toReversed() }),
    ).toBe(meaningHash(sampleModule));
  });

  test('another label of an adjustment, in the name of the loss that it causes', () => {
    const withLoss = (label: string): Module => {
      const module = moduleOf();
      const loss = testDefinition(`住院.损失「${label}」`, fenLiteral(1));
      return { ...module, definitions: [...module.definitions, loss] };
    };
    expect(meaningHash(withLoss('未备案'))).toBe(meaningHash(withLoss('临时外出')));
    expect(meaningHash(withLoss('未备案'))).not.toBe(base);
  });

  test('a step that nothing reads', () => {
    const module = moduleOf();
    const idle = testDefinition('闲', fenLiteral(9), { visibility: 'step' });
    expect(meaningHash({ ...module, definitions: [...module.definitions, idle] })).toBe(base);
  });
});

describe('changes with', () => {
  const withInput = (rest: object): Partial<Parts> => ({
    declarations: [level, { ...input, ...rest }, parameter, delegation],
  });
  const withVersion = (changed: object): Partial<Parts> => ({
    declarations: [
      level,
      input,
      { ...parameter, versions: [{ ...version, ...changed }] },
      delegation,
    ],
  });
  const withDelegation = (rest: object): Partial<Parts> => ({
    declarations: [level, input, parameter, { ...delegation, ...rest } as Declaration],
  });

  test.each<[string, Partial<Parts>]>([
    ['a number', { step: times(cost, literal(rate, '0.61')) }],
    ['a rounding mode', { mode: 'toward-zero' }],
    [
      'a rounding unit',
      { body: roundTo(definitionRef('d/应付'), { mode: 'half-away-from-zero', unit: '10' }) },
    ],
    ['a lower bound', withInput({ low: '1' })],
    ['an upper bound', withInput({ high: '1000001' })],
    ['a default', withInput({ default: fenLiteral(1) })],
    ['an input that may be none', withInput({ optional: true })],
    ['an entity', withInput({ entity: 'd/明细' })],
    ['a start of validity', withVersion({ validity: { from: day('2024-01-02') } })],
    [
      'an end of validity',
      withVersion({ validity: { from: day('2024-01-01'), to: day('2024-12-31') } }),
    ],
    [
      'a cell',
      withVersion({ cells: [cells[0], testCell([{ kind: 'otherwise' }], fenLiteral(40_001))] }),
    ],
    [
      'a key of a cell',
      withVersion({
        cells: [testCell([{ kind: 'members', members: ['一级'] }], fenLiteral(20_000)), cells[1]],
      }),
    ],
    ['a bound of a delegation', withDelegation({ bounds: [bounds[0]] })],
    [
      'the kind of a bound',
      withDelegation({ bounds: [bounds[0], { ...bounds[1], kind: 'at-least' }] }),
    ],
    ['who may set it', withDelegation({ levels: ['county'] })],
    ['the last day to set it', withDelegation({ until: day('2025-12-31') })],
    ['a period', { period: 'month' }],
    ['a key', { by: [literal(text, 'x')] }],
    [
      'a member',
      { declarations: [testEnumeration('级别', ['一级', '二级']), input, parameter, delegation] },
    ],
    [
      'an order of members',
      { declarations: [{ ...level, ordered: true }, input, parameter, delegation] },
    ],
  ])('%s', (_, parts) => {
    expect(meaningHash(moduleOf(parts))).not.toBe(base);
  });

  test('the name of a result, of an accumulator, of an output', () => {
    const module = moduleOf();
    const [step, result] = module.definitions;
    const [accumulator] = module.accumulators;
    if (!step || !result || !accumulator) throw new Error('the module has lost its parts');
    const renamed = { ...result, id: 'd/给付' };
    const hashes = [
      { ...module, accumulators: [{ ...accumulator, name: '另名' }] },
      { ...module, outputs: [{ field: 'maf_pay', definition: 'd/支付' }] },
      {
        ...module,
        definitions: [step, renamed],
        accumulators: [{ ...accumulator, next: 'd/给付' }],
        outputs: [{ field: 'hifp_pay', definition: 'd/给付' }],
      },
    ].map(meaningHash);
    expect(new Set([base, ...hashes]).size).toBe(4);
  });

  test('an order that has a meaning: of cases of which the first wins, of subtraction', () => {
    const branch = (fen: number) => ({
      when: compareTo(cost, '>', fenLiteral(fen)),
      value: fenLiteral(fen),
    });
    const first = (...fen: readonly number[]): Expr => ({
      kind: 'cases',
      overlap: 'first',
      branches: fen.map(branch),
      otherwise: cost,
    });
    const difference = (left: Expr, right: Expr): Expr => ({
      kind: 'arithmetic',
      operator: '-',
      left,
      right,
    });
    const steps = [
      first(1, 2),
      first(2, 1),
      difference(cost, fenLiteral(1)),
      difference(fenLiteral(1), cost),
    ];
    expect(new Set(steps.map((step) => meaningHash(moduleOf({ step })))).size).toBe(4);
  });
});

test('no two kinds of expressions mean the same', () => {
  const steps = Object.values<Expr>(sampleExprs).filter(({ kind }) => kind !== 'element');
  const hashes = steps.map((body) =>
    meaningHash({
      ...sampleModule,
      definitions: [...sampleModule.definitions, testDefinition('新', body)],
    }),
  );
  // `member` and `present` and so on differ; a reference to a definition means what the definition means.
  expect(new Set(hashes).size).toBe(steps.length);
});

test('many levels of operands without order take no longer than they are', () => {
  let body: Expr = cost;
  for (let depth = 0; depth < 200; depth += 1) {
    body = { kind: 'extremum', operator: depth % 2 === 0 ? 'min' : 'max', operands: [body, cost] };
  }
  expect(meaningHash(moduleOf({ body }))).toMatch(/^[0-9a-f]{64}$/);
});

test('the hash of a document is that of its bytes', () => {
  expect(documentHash('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(documentHash('abc\n')).not.toBe(documentHash('abc'));
});
