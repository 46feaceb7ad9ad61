import type { Accumulator, CaseBranch, Expr } from '@tiaoli/ir';
import {
  accumulatorRef,
  date,
  definitionRef,
  fenLiteral,
  inputRef,
  integer,
  literal,
  money,
  notApplicable,
  numberLiteral,
  rate,
} from '@tiaoli/ir';
import { claim, item, testId } from '@tiaoli/ir/testing';
import type { RandomSource } from './random-source.ts';
import type { Builder } from './random-vocabulary.ts';
import { breakpoints, groups, level, levels } from './random-vocabulary.ts';

export function extremum(operator: 'min' | 'max', operands: readonly Expr[]): Expr {
  return { kind: 'extremum', operator, operands };
}

export function choose(when: Expr, value: Expr, otherwise: Expr): Expr {
  return { kind: 'cases', overlap: 'first', branches: [{ when, value }], otherwise };
}

function breakpoint(random: RandomSource): Expr {
  return fenLiteral(random.pick(breakpoints) + random.pick([0, 0, 0, 1, -1]));
}

const rates = ['0', '0.5', '0.65', '0.7', '0.8512', '1', '1/3'] as const;

function rateExpr({ random }: Builder): Expr {
  if (random.chance(15)) {
    return {
      kind: 'lookup',
      keys: [inputRef(testId('级别'))],
      rows: [
        { match: [{ kind: 'members', members: ['一级'] }], value: literal(rate, '0.9') },
        { match: [{ kind: 'otherwise' }], value: literal(rate, '0.75') },
      ],
    };
  }
  return literal(rate, random.pick(rates));
}

/** An amount that always has a value, as far as its facts and its own gaps allow. */
export function moneyExpr(builder: Builder, depth: number): Expr {
  const { random } = builder;
  if (depth === 0) return moneyLeaf(builder);
  const inner = (): Expr => moneyExpr(builder, depth - 1);
  switch (random.below(15)) {
    case 0:
      return { kind: 'arithmetic', operator: '+', left: inner(), right: inner() };
    case 1:
    case 2:
      return { kind: 'arithmetic', operator: '-', left: inner(), right: inner() };
    case 3:
      return { kind: 'arithmetic', operator: '*', left: rateExpr(builder), right: inner() };
    case 4:
      return extremum(random.pick(['min', 'max']), [inner(), inner(), breakpoint(random)]);
    case 5:
    case 6:
      return {
        kind: 'round',
        operand: { kind: 'arithmetic', operator: '*', left: rateExpr(builder), right: inner() },
        mode: random.pick(['half-away-from-zero', 'toward-zero', 'away-from-zero']),
        unit: random.pick(['1', '10', '100', '0.1', '1/3']),
      };
    case 7:
      return bracketsExpr(builder, inner);
    case 8:
      return casesExpr(builder, depth, inner);
    case 9:
      return lookupExpr(builder, inner);
    case 10:
      return { kind: 'or-else', operand: optionalExpr(builder, depth - 1), fallback: inner() };
    case 11:
      return aggregateExpr(builder);
    case 12:
      return {
        kind: 'arithmetic',
        operator: '*',
        left: { kind: 'floor-divide', left: integerExpr(builder, 1), right: divisor(builder) },
        right: breakpoint(random),
      };
    case 13:
      return {
        kind: 'combine',
        operator: random.pick(['highest', 'lowest', 'sum']),
        operands: [optionalExpr(builder, depth - 1), inner()],
      };
    default:
      return choose(truthExpr(builder, depth - 1), inner(), fenLiteral(0));
  }
}

function divisor({ random }: Builder): Expr {
  return random.chance(70) ? numberLiteral(integer, 90) : inputRef(testId('天数'));
}

function moneyLeaf({ random, definitions, accumulators, onItem }: Builder): Expr {
  if (onItem && random.chance(60)) return inputRef(testId('金额'));
  const own = definitions.filter(
    ({ type, optional, entity }) => type.kind === 'money' && !optional && entity === claim,
  );
  const read = own[random.below(Math.max(1, own.length))];
  if (read && random.chance(45)) return definitionRef(read.id);
  const sums = accumulators.filter(({ type }) => type.kind === 'money');
  const sum = sums[random.below(Math.max(1, sums.length))];
  if (sum && random.chance(30)) return readAccumulator(random, sum);
  if (random.chance(40)) return breakpoint(random);
  return inputRef(testId(random.pick(['费用', '费用', '自付'])));
}

/** Under the claim's own keys, or under others. */
function readAccumulator(random: RandomSource, { id, by }: Accumulator): Expr {
  if (by.length === 0 || random.chance(50)) return accumulatorRef(id);
  return accumulatorRef(
    id,
    by.map((key) => otherKey(random, key)),
  );
}

function otherKey(random: RandomSource, key: Expr): Expr {
  if (key.kind === 'input' && key.input === testId('级别')) {
    return literal(level, random.pick(levels));
  }
  return literal({ kind: 'text' }, random.pick(['v0', 'v9']));
}

/** An amount that may be 不适用. */
export function optionalExpr(builder: Builder, depth: number): Expr {
  const { random, definitions } = builder;
  const read = definitions.filter(({ optional, entity }) => optional && entity === claim);
  const known = read[random.below(Math.max(1, read.length))];
  if (known && random.chance(30)) return definitionRef(known.id);
  if (random.chance(25)) return onlyItem(random);
  if (depth <= 0 || random.chance(30)) return inputRef(testId('补助'));
  const value = moneyExpr(builder, depth - 1);
  if (random.chance(30)) {
    const operands = [optionalExpr(builder, depth - 1), optionalExpr(builder, depth - 1)];
    return { kind: 'combine', operator: random.pick(['highest', 'lowest', 'sum']), operands };
  }
  return choose(truthExpr(builder, depth - 1), value, notApplicable(money, '不符合条件'));
}

function bracketsExpr(builder: Builder, inner: () => Expr): Expr {
  const { random } = builder;
  const isFixed = random.chance(75);
  const first = isFixed ? fenLiteral(100_000) : inputRef(testId('费用'));
  const bands = [
    { upTo: first, rate: rateExpr(builder) },
    ...(isFixed ? [{ upTo: fenLiteral(2_000_000), rate: rateExpr(builder) }] : []),
    { rate: rateExpr(builder) },
  ];
  const perBand = { mode: 'half-away-from-zero', unit: '1' } as const;
  return {
    kind: 'brackets',
    from: random.chance(40) ? fenLiteral(0) : inner(),
    to: inner(),
    bands,
    ...(random.chance(20) && { perBand }),
  };
}

function casesExpr(builder: Builder, depth: number, inner: () => Expr): Expr {
  const { random } = builder;
  const overlap = random.pick(['first', 'first', 'checked', 'disjoint'] as const);
  const branches: CaseBranch[] = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
    when: truthExpr(builder, depth - 1),
    value: random.chance(overlap === 'checked' ? 60 : 10) ? fenLiteral(7) : inner(),
    label: `情形${index}`,
  }));
  if (random.chance(25)) return { kind: 'cases', overlap, branches };
  const unknown: Expr = { kind: 'undetermined', type: money, cause: 'not-seen', reason: '未见' };
  return { kind: 'cases', overlap, branches, otherwise: random.chance(15) ? unknown : inner() };
}

function lookupExpr(builder: Builder, inner: () => Expr): Expr {
  const { random } = builder;
  const byGroup = random.chance(40);
  const key = byGroup ? inputRef(testId('类别')) : inputRef(testId('级别'));
  const names = byGroup ? groups : levels;
  const amount = inputRef(testId('费用'));
  const members = (name: string) => ({ kind: 'members' as const, members: [name] });
  const cut = `${random.pick(breakpoints)}`;
  const low = { kind: 'range' as const, high: { value: cut, included: random.chance(50) } };
  const high = {
    kind: 'range' as const,
    low: { value: cut, included: !low.high.included },
  };
  const rows = names.slice(0, names.length - random.below(2)).flatMap((name) => [
    { match: [members(name), low], value: random.chance(50) ? breakpoint(random) : inner() },
    { match: [members(name), high], value: breakpoint(random) },
  ]);
  const last = {
    match: [{ kind: 'otherwise' as const }, { kind: 'any' as const }],
    value: inner(),
  };
  return {
    kind: 'lookup',
    keys: [key, amount],
    rows: random.chance(70) ? [...rows, last] : rows,
    ...(byGroup && { best: random.pick(['highest', 'lowest'] as const) }),
  };
}

function aggregateExpr(builder: Builder): Expr {
  const { random, onItem } = builder;
  if (random.chance(50) || onItem) {
    const value: Expr = {
      kind: 'lookup',
      keys: [{ kind: 'element' }],
      rows: [
        { match: [{ kind: 'members', members: ['低保'] }], value: breakpoint(random) },
        { match: [{ kind: 'any' }], value: fenLiteral(random.below(5000)) },
      ],
    };
    return {
      kind: 'set-aggregate',
      operator: random.pick(['sum', 'max', 'second-max']),
      set: inputRef(testId('类别')),
      value,
      ...(random.chance(50) && {
        when: { kind: 'member', operand: { kind: 'element' }, members: ['低保', '特困'] } as const,
      }),
    };
  }
  return {
    kind: 'child-aggregate',
    operator: random.pick(['sum', 'max']),
    entity: item,
    value: random.chance(50) ? definitionRef(testId('明细自付')) : inputRef(testId('金额')),
    ...(random.chance(50) && { when: inputRef(testId('甲类')) }),
  };
}

/** The amount of the one item that counts: of none 不适用, of several a conflict. */
function onlyItem(random: RandomSource): Expr {
  return {
    kind: 'child-aggregate',
    operator: 'only',
    entity: item,
    value: inputRef(testId('金额')),
    ...(random.chance(70) && { when: inputRef(testId('甲类')) }),
  };
}

export function truthExpr(builder: Builder, depth: number): Expr {
  const { random, definitions } = builder;
  const compareAmounts: Expr = {
    kind: 'compare',
    operator: random.pick(['=', '!=', '<', '<=', '>', '>=']),
    left: moneyExpr(builder, Math.max(0, depth - 1)),
    right: breakpoint(random),
  };
  if (depth <= 0) return random.chance(50) ? inputRef(testId('急诊')) : compareAmounts;
  const inner = (): Expr => truthExpr(builder, depth - 1);
  const truths = definitions.filter(({ type }) => type.kind === 'boolean');
  const known = truths[random.below(Math.max(1, truths.length))];
  switch (random.below(8)) {
    case 0:
      return { kind: 'logic', operator: random.pick(['and', 'or']), operands: [inner(), inner()] };
    case 1:
      return { kind: 'not', operand: inner() };
    case 2:
      return { kind: 'intersects', operand: inputRef(testId('类别')), members: ['低保', '特困'] };
    case 3:
      return { kind: 'member', operand: levelExpr(random), members: ['一级', '三级'] };
    case 4:
      return { kind: 'present', operand: optionalExpr(builder, depth - 1) };
    case 5:
      return {
        kind: 'compare',
        operator: random.pick(['=', '<', '>=']),
        left: inputRef(testId('级别')),
        right: literal(level, '二级'),
        order: levels,
      };
    case 6:
      return known ? definitionRef(known.id) : compareAmounts;
    default:
      return {
        kind: 'compare',
        operator: random.pick(['=', '<', '>']),
        left: dateExpr(builder),
        right: literal(date, '2024-01-31'),
      };
  }
}

function levelExpr(random: RandomSource): Expr {
  if (random.chance(60)) return inputRef(testId('级别'));
  return choose(
    {
      kind: 'member',
      operand: { kind: 'input', input: testId('待遇'), at: testId('结算日期') },
      members: ['重病'],
    },
    literal(level, '三级'),
    inputRef(testId('级别')),
  );
}

export function integerExpr(builder: Builder, depth: number): Expr {
  const { random, accumulators } = builder;
  if (depth === 0) return inputRef(testId('天数'));
  const counter = accumulators.find(({ type }) => type.kind === 'integer');
  switch (random.below(5)) {
    case 0:
      return {
        kind: 'date-part',
        part: random.pick(['year', 'insured-year', 'month', 'day']),
        operand: dateExpr(builder),
      };
    case 1:
      return counter ? accumulatorRef(counter.id) : inputRef(testId('天数'));
    case 2:
      return {
        kind: 'set-aggregate',
        operator: 'count',
        set: inputRef(testId('类别')),
        value: numberLiteral(integer, 1),
      };
    case 3:
      return {
        kind: 'quotient',
        left: integerExpr(builder, 0),
        right: {
          kind: 'arithmetic',
          operator: '-',
          left: integerExpr(builder, 0),
          right: numberLiteral(integer, 1),
        },
        mode: 'half-away-from-zero',
        unit: '1',
      };
    default:
      return {
        kind: 'arithmetic',
        operator: '-',
        left: inputRef(testId('天数')),
        right: numberLiteral(integer, 30),
      };
  }
}

export function dateExpr(builder: Builder): Expr {
  const { random, accumulators } = builder;
  const given = inputRef(testId(random.pick(['结算日期', '入院日期'])));
  const latest = accumulators.find(({ type }) => type.kind === 'date');
  switch (random.below(7)) {
    case 5:
      return {
        kind: 'working-day-shift',
        operand: given,
        by: numberLiteral(integer, random.pick([-4, 0, 1, 3, 15, 2000])),
      };
    case 0:
      return {
        kind: 'date-shift',
        shift: 'months',
        operand: given,
        by: numberLiteral(integer, random.below(30) - 12),
      };
    case 1:
      return { kind: 'date-shift', shift: 'first-of-next-month', operand: given };
    case 2:
      return {
        kind: 'date-shift',
        shift: 'year-start',
        operand: { kind: 'date-part', part: 'year', operand: given },
      };
    case 3:
      return latest
        ? { kind: 'or-else', operand: accumulatorRef(latest.id), fallback: given }
        : given;
    default:
      return given;
  }
}
