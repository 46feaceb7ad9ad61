import { interpretStep } from '@tiaoli/interpreter';
import type { Expr, Program } from '@tiaoli/ir';
import { accumulatorRef, compareTo, fenLiteral, plus } from '@tiaoli/ir';
import { openSession, provedLayerState, proveInductive } from '@tiaoli/regions';
import { expect, test } from 'vitest';
import { openSmall } from './open-small.ts';
import type { SmallPolicy } from './small-policies.ts';

// A yearly deductible of 10 fen at the third level, 65 %, at most 12 fen a year, 20 fen a claim.
const policy: SmallPolicy = {
  name: 'a layer',
  facts: {},
  statements: `表 起付标准：金额 按 级别 { 一级：0.01元； 二级：0.05元； 三级：0.10元 }
    层 住院 { 支付方 统筹基金； 基数 费用； 起付 每年 起付标准； 比例 65%； 限额 每年 0.12元 }
    层序 总额 费用 { 住院； 现金 其余 }`,
};

function yearly(program: Program, slot: string): Expr {
  const found = program.accumulators.find(({ name }) => name === `住院.${slot}.本年`);
  if (!found) throw new Error(`no accumulator of ${slot}`);
  return accumulatorRef(found.id);
}

test.each([
  ['支付', 12, 'inductive', 0],
  // 20 fen of cost less 1, at 65 %: 12.35, so 12 fen at once.
  ['支付', 11, 'broken', 1],
  ['起付', 10, 'inductive', 0],
  ['起付', 9, 'broken', 1],
  ['基数', 39, 'broken', 2],
  ['基数', 59, 'broken', 3],
  // Four claims break it; three are tried. It is kept by no proof and refuted by no case.
  ['基数', 79, 'not-kept', 0],
])('%s at most %d fen: %s by %d claims', async (slot, most, kind, claims) => {
  const program = await openSmall(policy);
  const invariant = compareTo(yearly(program, slot), '<=', fenLiteral(most));
  const answer = proveInductive(openSession(program), program, invariant);
  expect(answer.kind).toBe(kind);
  if (answer.kind !== 'broken') return;
  expect(answer.claims).toHaveLength(claims);
  const [first] = answer.states;
  const last = answer.claims.reduce(
    (state, facts) => interpretStep(program, state, facts).state,
    first ?? new Map(),
  );
  expect(last).toEqual(answer.states.at(-1));
  const stored = last.get(`住院.${slot}.本年`)?.get('')?.value;
  expect(stored).toMatchObject({ denominator: 1n });
  expect(Number(Object(stored).numerator)).toBeGreaterThan(most);
});

test('the parts of a year do not exceed the whole', async () => {
  const program = await openSmall(policy);
  const [layer] = program.declarations.filter((each) => each.kind === 'layer');
  if (!layer) throw new Error('no layer');
  const [cost, deductible, counted, paid] = ['基数', '起付', '计入', '支付'].map((slot) =>
    yearly(program, slot),
  );
  if (!cost || !deductible || !counted || !paid) throw new Error('no accumulators');
  expect(provedLayerState(openSession(program), program, layer)).toEqual([
    ...[cost, deductible, counted, paid].map((each) => compareTo(each, '>=', fenLiteral(0))),
    compareTo(deductible, '<=', cost),
    compareTo(plus(deductible, counted), '<=', cost),
    compareTo(paid, '<=', counted),
  ]);
});
