import type { Accumulator, Expr, InputDeclaration, Program } from '@tiaoli/ir';
import {
  accumulatorRef,
  boolean,
  date,
  fenLiteral,
  inputRef,
  integer,
  literal,
  money,
  notApplicable,
  numberLiteral,
} from '@tiaoli/ir';
import { item, testAccumulator, testDefinition, testId, testProgram } from '@tiaoli/ir/testing';
import {
  choose,
  dateExpr,
  extremum,
  integerExpr,
  moneyExpr,
  optionalExpr,
  truthExpr,
} from './random-expr.ts';
import type { RandomSource } from './random-source.ts';
import type { Builder } from './random-vocabulary.ts';
import { enumerations, inputs } from './random-vocabulary.ts';

/**
 * Random bound programs, built from expressions: every kind of the IR, well typed, with accumulators of every period.
 *
 * They are the quick lane for a backend; programs from source text exercise the front end too.
 */

export function randomProgram(random: RandomSource): Program {
  const accumulators = randomAccumulators(random);
  const builder: Builder = { random, definitions: [], accumulators, onItem: false };
  addItemDefinition(builder);
  const count = 4 + random.below(8);
  for (let index = 0; index < count; index += 1) addDefinition(builder, `定义${index}`);
  for (const accumulator of accumulators) addNext(builder, accumulator);
  const written = accumulators.map((each) => withOtherKey(builder, each));
  return testProgram({
    yearStart: random.pick([
      { month: 1, day: 1 },
      { month: 7, day: 1 },
    ]),
    declarations: [...enumerations, ...inputs.map((input) => withDomain(input, random))],
    definitions: builder.definitions,
    accumulators: written,
  });
}

/** The key under which no claim keeps its own value: that of somebody else. */
const otherVisit = literal({ kind: 'text' }, 'v9');

/** What is kept by visit is now and then also written for another, from what that one has. */
function withOtherKey(builder: Builder, accumulator: Accumulator): Accumulator {
  const { random, definitions } = builder;
  if (accumulator.name !== '按就诊' || !random.chance(70)) return accumulator;
  const before = accumulatorRef(accumulator.id, [otherVisit]);
  const after: Expr = {
    kind: 'arithmetic',
    operator: '+',
    left: before,
    right: cheap(extremum('max', [fenLiteral(0), inputRef(testId('费用'))])),
  };
  const body = choose(truthExpr(builder, 1), after, notApplicable(money, '无'));
  const name = '他人之后';
  definitions.push(testDefinition(name, body, { optional: true, visibility: 'step' }));
  return { ...accumulator, writes: [{ keys: [otherVisit], next: testId(name) }] };
}

/** Now and then an amount is open upwards, so that doubles do not hold it. */
function withDomain(input: InputDeclaration, random: RandomSource): InputDeclaration {
  if (input.high === undefined || !random.chance(8)) return input;
  const { high: _, ...open } = input;
  return open;
}

function randomAccumulators(random: RandomSource): Accumulator[] {
  const on = testId('结算日期');
  const visit = inputRef(testId('就诊号'));
  const all = [
    testAccumulator('年累计', '年累计之后', { on }),
    testAccumulator('月累计', '月累计之后', { on, period: 'month' }),
    testAccumulator('日累计', '日累计之后', { on: testId('入院日期'), period: 'day' }),
    testAccumulator('次累计', '次累计之后', { on, period: 'visit', instance: visit }),
    testAccumulator('终身', '终身之后', { on, period: 'ever' }),
    testAccumulator('按级别', '按级别之后', { on, by: [inputRef(testId('级别'))] }),
    testAccumulator('按就诊', '按就诊之后', { on, period: 'ever', by: [visit] }),
    testAccumulator('各级最近', '各级最近之后', {
      on,
      type: date,
      latest: true,
      by: [inputRef(testId('级别'))],
    }),
    testAccumulator('次数', '次数之后', { on, type: integer }),
    testAccumulator('最近', '最近之后', { on, type: date, latest: true, period: 'ever' }),
  ];
  return all.filter(() => random.chance(60));
}

function addItemDefinition(builder: Builder): void {
  // Exact sums add these up, so they read no sum themselves.
  const onItem = { ...builder, accumulators: [], onItem: true };
  const body = moneyExpr(onItem, 2);
  builder.definitions.push(testDefinition('明细自付', body, { entity: item, visibility: 'step' }));
}

function addDefinition(builder: Builder, name: string): void {
  const { random, definitions } = builder;
  const kind = random.below(10);
  if (kind < 5) definitions.push(testDefinition(name, moneyExpr(builder, 3)));
  else if (kind < 7) {
    definitions.push(testDefinition(name, optionalExpr(builder, 2), { optional: true }));
  } else if (kind < 8) {
    definitions.push(testDefinition(name, truthExpr(builder, 3), { type: boolean }));
  } else if (kind < 9) {
    definitions.push(testDefinition(name, integerExpr(builder, 2), { type: integer }));
  } else definitions.push(testDefinition(name, dateExpr(builder), { type: date }));
}

/** Sums grow by what is never negative, as every accumulator of the language does. */
function addNext(builder: Builder, { id, next, type }: Accumulator): void {
  const { definitions } = builder;
  const name = next.slice(testId('').length);
  const before = accumulatorRef(id);
  const grown = (by: Expr): Expr => ({
    kind: 'arithmetic',
    operator: '+',
    left: before,
    right: by,
  });
  if (type.kind === 'date') {
    const body = choose(
      truthExpr(builder, 1),
      inputRef(testId('结算日期')),
      notApplicable(date, '无'),
    );
    definitions.push(testDefinition(name, body, { type, optional: true, visibility: 'step' }));
  } else if (type.kind === 'integer') {
    const one = choose(truthExpr(builder, 1), numberLiteral(integer, 1), numberLiteral(integer, 0));
    definitions.push(testDefinition(name, grown(one), { type, visibility: 'step' }));
  } else {
    // An exact sum must not feed on itself, or its denominator would grow with every claim.
    const isExact = builder.random.chance(40);
    const own = isExact ? { ...builder, definitions: [], accumulators: [] } : builder;
    const cost = moneyExpr(own, 1);
    const written: Expr = isExact
      ? cost
      : { kind: 'round', operand: cost, mode: 'half-away-from-zero', unit: '1' };
    const amount = extremum('max', [fenLiteral(0), cheap(written)]);
    definitions.push(testDefinition(name, grown(amount), { type, visibility: 'step' }));
  }
}

/** At most what one claim can cost, so that the state stays within what a calculator takes. */
function cheap(amount: Expr): Expr {
  return extremum('min', [amount, fenLiteral(1_000_000_000)]);
}
