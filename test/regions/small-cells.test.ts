import { compare, rational, subtract } from '@tiaoli/base';
import type { Outcome, Value } from '@tiaoli/interpreter';
import { isNumber, isSameValue } from '@tiaoli/interpreter';
import type { ComparedCell, Reading } from '@tiaoli/regions';
import { compareInCells, isOneOf, openSession, sideOf } from '@tiaoli/regions';
import { expect, test } from 'vitest';
import { enumerateCases } from './enumerate.ts';
import { openSmall } from './open-small.ts';
import type { SmallPolicy } from './small-policies.ts';

// Three layers, one after the other: what is said of each part of the domain is compared with every case in it.

const fen = (count: number): Value => ({ numerator: BigInt(count), denominator: 1n });

const policy: SmallPolicy = {
  name: 'three layers',
  facts: {
    级别: ['一级', '二级', '三级'],
    急诊: [false, true],
    费用: Array.from({ length: 21 }, (_, at) => fen(at)),
    自费: Array.from({ length: 6 }, (_, at) => fen(at)),
  },
  statements: `定义 合规：金额 = 费用 − 自费 { 不低于 0元 }；
    表 起付标准：金额 按 级别 { 一级：0.01元； 二级：0.02元； 三级：0.04元 }
    层 住院 { 支付方 统筹基金； 适用 当 非 急诊； 基数 合规； 起付 每次 起付标准； 比例 65%； 限额 每次 0.08元 }
    层 大病 { 支付方 居民大病； 基数 政策内余额； 起付 每次 0.02元；
      比例 分段 按 超额 { 不超过0.03元：50%； 超过0.03元：80% } }
    层 补充 { 支付方 居民大病； 基数 余额； 起付 每次 0.01元； 比例 30%；
      情形「三级」：级别 = 三级 { 比例 40% }； 其余 { 比例 30% } }
    层序 总额 费用 政策内 合规 { 住院； 大病； 补充； 现金 其余 }`,
};

const sets: readonly Value[] = [
  [],
  ['甲'],
  ['乙'],
  ['丙'],
  ['甲', '乙'],
  ['甲', '丙'],
  ['乙', '丙'],
  ['甲', '乙', '丙'],
].map((members) => new Set(members));

/** Of several cases the one that pays most: the first always does, of the others now this and now that. */
const highest: SmallPolicy = {
  name: 'the highest of several cases',
  facts: {
    身份: sets,
    级别: ['一级', '三级'],
    费用: Array.from({ length: 21 }, (_, at) => fen(at)),
  },
  statements: `表 起付标准：金额 按 级别 { 一级：0.01元； 二级：0.02元； 三级：0.04元 }
    层 住院 { 支付方 统筹基金； 基数 费用； 起付 每次 起付标准； 比例 45% }
    层 救助 { 支付方 居民大病； 基数 政策内余额； 限额 每次 0.06元；
      情形「甲」：身份 含 {甲} { 比例 100% }
      情形「乙」：身份 含 {乙} { 起付 每次 0.01元； 比例 60% }
      情形「丙」：身份 含 {丙} { 起付 每次 0.03元； 比例 90% }
      其余 不适用； 重叠 就高 }
    层序 总额 费用 政策内 费用 { 住院； 救助； 现金 其余 }`,
};

const threeLayers: readonly (readonly [from: string, to: string])[] = [
  ['二级：0.02元', '二级：0.03元'],
  ['比例 65%', '比例 60%'],
  ['限额 每次 0.08元', '限额 每次 0.07元'],
  ['适用 当 非 急诊', '适用 当 非 急诊 或 级别 = 一级'],
  ['不超过0.03元：50%', '不超过0.03元：70%'],
  ['{ 比例 40% }', '{ 比例 45% }'],
  ['定义 合规：金额 = 费用 − 自费', '定义 合规：金额 = 费用 − 自费 / 2 取整 舍去到分'],
];

const cases: readonly (readonly [policy: SmallPolicy, from: string, to: string])[] = [
  [highest, '0.01元； 比例 60%', '0.01元； 比例 70%'],
  [highest, '0.01元； 比例 60%', '0.02元； 比例 60%'],
  [highest, '比例 100%', '比例 85%'],
  [highest, '含 {甲}', '含 {甲、乙}'],
  [highest, '每次 0.06元', '每次 0.05元'],
  [highest, '比例 45%', '比例 50%'],
  [highest, '三级：0.04元', '三级：0.05元'],
  ...threeLayers.map(([from, to]) => [policy, from, to] as const),
];

test.each(cases.map(([policy, ...edit]) => [policy.name, ...edit, policy] as const))(
  '%s: %s becomes %s',
  async (_, from, to, policy) => {
    expect(await wrongIn(policy, from, to)).toEqual([]);
  },
);

/** What is said of a part and is not so of a case in it. */
async function wrongIn(policy: SmallPolicy, from: string, to: string): Promise<readonly string[]> {
  if (!policy.statements.includes(from)) throw new Error(`no ${from}`);
  const edited = { ...policy, statements: policy.statements.replace(from, to) };
  const [before, after] = [await openSmall(policy, anySet), await openSmall(edited, anySet)];
  const session = openSession(before, after);
  const compared = before.definitions.flatMap(({ id, visibility }) => {
    if (visibility !== 'result') return [];
    const on = (program: typeof before): Reading => ({
      side: sideOf(program),
      value: { kind: 'definition', definition: id },
    });
    // All of these results are money.
    const options = { firstClaim: true, mostRounding: rational(2n) };
    const { cells } = compareInCells(session, on(before), on(after), options);
    return [{ id, cells: cells.map((cell) => ({ cell, met: false, changed: false })) }];
  });
  const wrong = new Set<string>();
  const others = enumerateCases(policy, after);
  for (const { inputs, outcomes } of enumerateCases(policy, before)) {
    const changed = others.next().value?.outcomes;
    for (const { id, cells } of compared) {
      const holding = cells.filter(({ cell }) => holds(cell, inputs));
      const [only] = holding;
      if (!only || holding.length > 1) {
        wrong.add(`${id}: ${holding.length} parts for one case`);
        continue;
      }
      const [left, right] = [outcomes.get(id), changed?.get(id)];
      only.met = true;
      only.changed ||= !isAlike(left, right);
      if (!isTrueOf(only.cell, left, right))
        wrong.add(`${id}: ${only.cell.compared.comparison.kind}`);
    }
  }
  for (const { id, cells } of compared) {
    for (const { cell, met, changed } of cells) {
      if (!met) wrong.add(`${id}: a part without a case`);
      const { kind } = cell.compared.comparison;
      const isSame = kind === 'same-form' || kind === 'same-proved';
      // Within a fen or two of each other may also be equal.
      if (kind !== 'rounding' && isSame === changed) wrong.add(`${id}: ${kind} in vain`);
      if (kind === 'undecided') wrong.add(`${id}: undecided`);
    }
  }
  const parts = compared.flatMap(({ cells }) => cells);
  if (!parts.some(({ changed }) => changed)) wrong.add('nothing differs');
  return [...wrong];
}

/** Sets of any size: with two of three members one of them is always known. */
function anySet(text: string): string {
  return text.replace(' 至多 2', '');
}

function holds({ facts }: ComparedCell, inputs: ReadonlyMap<string, Value | null>): boolean {
  return [...facts].every(([id, values]) => {
    const value = inputs.get(id);
    return value !== undefined && value !== null && isOneOf(value, values);
  });
}

function isAlike(left: Outcome | undefined, right: Outcome | undefined): boolean {
  if (left?.status === 'value' && right?.status === 'value') {
    return isSameValue(left.value, right.value);
  }
  return left?.status === right?.status;
}

function isTrueOf(
  { compared: { comparison, applicability, oneSided } }: ComparedCell,
  left: Outcome | undefined,
  right: Outcome | undefined,
): boolean {
  if (left?.status !== right?.status) {
    const isPending = left?.status === 'missing' || right?.status === 'missing';
    return isPending ? oneSided !== undefined : applicability !== undefined;
  }
  if (left?.status !== 'value' || right?.status !== 'value' || !('low' in comparison)) return true;
  if (!isNumber(left.value) || !isNumber(right.value)) return true;
  const difference = subtract(right.value, left.value);
  const { low, high } = comparison;
  return (
    (!low.proved || compare(low.proved, difference) <= 0) &&
    (!high.proved || compare(high.proved, difference) >= 0)
  );
}
