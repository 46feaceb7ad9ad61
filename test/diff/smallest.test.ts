import { rational } from '@tiaoli/base';
import type { ResultDifference } from '@tiaoli/diff';
import { casesOf } from '@tiaoli/diff';
import { emptyState, interpretStep, isNumber } from '@tiaoli/interpreter';
import type { Program } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { behaviourOf, openText } from './open-pair.ts';

// The smallest case with a difference of a yuan, against every case there is.

const policy = (first: string, second: string, rate: string) => `语言 1
文件「门诊」 { 标识 test.smallest；层级 国家；施行 自 2024-01-01；取整 四舍五入到分 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金 }
实体 参保人 期 年度 { 输入 退休：布尔 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2024-12-31；
  输入 药费：金额 0元..${first}；
  输入 诊费：金额 0元..${second}；
}
层 门诊 { 支付方 统筹基金；适用日 结算日期；基数 药费 + 诊费；起付 每次 0.5元；比例 ${rate} }
层序 总额 药费 + 诊费 { 门诊；现金 其余 }
`;

async function sidesOf(first: string, second: string, rates: readonly [string, string]) {
  const [before, after] = await Promise.all(
    rates.map((rate) => openText(policy(first, second, rate))),
  );
  if (!before || !after) throw new Error('a comparison has two sides');
  return { before, after };
}

function resultNamed(results: readonly ResultDifference[], name: string): ResultDifference {
  const found = results.find((each) => each.name === name);
  if (!found) throw new Error(`no result ${name}`);
  return found;
}

function idOf({ declarations }: Program, name: string): string {
  return declarations.find((each) => each.kind === 'input' && each.name === name)?.id ?? '';
}

/** What the fund pays of a claim, in fen. */
function paid(program: Program, [drugs, visit]: readonly [number, number]): number {
  const given = { 药费: drugs, 诊费: visit, 结算日期: 19_900 };
  const inputs = new Map(
    Object.entries(given).map(([name, value]) => [idOf(program, name), rational(BigInt(value))]),
  );
  const shown = program.definitions.find(
    ({ name, visibility }) => name === '门诊' && visibility === 'result',
  );
  const facts = { inputs, children: new Map() };
  const outcome = interpretStep(program, emptyState, facts).outcomes.get(shown?.id ?? '');
  if (outcome?.status !== 'value' || !isNumber(outcome.value)) throw new Error('not settled');
  return Number(outcome.value.numerator);
}

/** Of all cases the one with the least 诊费, and of those the one with the least 药费. */
function smallestOf(
  { before, after }: { readonly before: Program; readonly after: Program },
  [drugs, visits]: readonly [number, number],
): readonly [number, number] | undefined {
  for (let visit = 0; visit <= visits; visit += 1) {
    for (let drug = 0; drug <= drugs; drug += 1) {
      const claim = [drug, visit] as const;
      if (Math.abs(paid(after, claim) - paid(before, claim)) >= 100) return claim;
    }
  }
  return undefined;
}

test.each([
  // 70% of what is above half a yuan: one amount is enough.
  ['3元', '3元', ['20%', '90%']],
  // It is not where there is no more than a yuan of it: the rest stands in the other.
  ['1元', '3元', ['20%', '90%']],
  // As little can be paid less as more.
  ['1.2元', '1.3元', ['90%', '20%']],
  // Rounding makes the difference come a fen sooner or later.
  ['2元', '2元', ['13.7%', '81.3%']],
  // Never a yuan.
  ['1元', '1元', ['20%', '60%']],
] as const)('%s of drugs and %s of visits, %j', async (first, second, rates) => {
  const sides = await sidesOf(first, second, rates);
  const { results } = behaviourOf(sides.before, sides.after);
  const [region] = resultNamed(results, '门诊').regions;
  const found = ['药费', '诊费'].map((name) => {
    const value = region?.smallest?.facts.inputs.get(idOf(sides.before, name));
    return value && isNumber(value) ? Number(value.numerator) : undefined;
  });
  const ends = [first, second].map((text) => Math.round(Number.parseFloat(text) * 100));
  const expected = smallestOf(sides, [ends[0] ?? 0, ends[1] ?? 0]);
  expect(found).toEqual(expected ?? [undefined, undefined]);
  expect(region?.smallest?.isLeast).toBe(expected && true);
});

const cells = (first: string, second: string) => `语言 1
文件「门诊」 { 标识 test.cells；层级 国家；施行 自 2024-01-01；取整 四舍五入到分 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金 }
枚举 级别 { 一级；二级；三级 }
枚举 人员 { 在职；退休 }
实体 参保人 期 年度 { 输入 身份：人员 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2024-12-31；
  输入 药费：金额 0元..10万元；
  输入 级：级别；
}
表 支付比例：比例 按 级、身份 {
  级   | 在职     | 退休；
  一级 | ${first} | 80%；
  二级 | 60%      | 70%；
  三级 | 50%      | ${second}；
}
层 门诊 { 支付方 统筹基金；适用日 结算日期；基数 药费；起付 每次 100元；比例 支付比例 }
层序 总额 药费 { 门诊；现金 其余 }
`;

test('parts with the same terms that are not one part have cases of their own', async () => {
  const before = await openText(cells('70%', '70%'));
  const after = await openText(cells('75%', '75%'));
  const { results } = behaviourOf(before, after);
  const changed = resultNamed(results, '门诊').regions.filter(
    ({ state }) => state === 'changed-exact',
  );
  expect(changed).toHaveLength(2);
  for (const region of changed) {
    for (const { facts } of casesOf(region)) {
      for (const [id, values] of region.facts) expect(values).toContain(facts.inputs.get(id));
    }
  }
});
