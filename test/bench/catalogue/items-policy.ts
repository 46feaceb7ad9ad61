import { rational } from '@tiaoli/base';
import { bind } from '@tiaoli/compiler';
import type { Facts, Value } from '@tiaoli/interpreter';
import type { Program, ReferenceData } from '@tiaoli/ir';
import { openPolicies } from '@tiaoli/workspace';
import { randomSource } from '../../conformance/random-source.ts';
import { codeOf } from './generate-catalogue.ts';

/** Items priced, limited and split by a catalogue: what each of thousands costs its patient. */
const policy = `语言 1
文件「逐项」 { 标识 bench.items； 层级 国家； 施行 自 2020-01-01； 取整 四舍五入到分 }
枚举 费用类别 { 甲；乙；丙 }
目录 药品目录 来源 "drugs.csv" 等级 示例 {
  键 编码：文本；
  列 类别：费用类别；
  列 限价：金额/单位 0元/单位..1万元/单位 或 不限；
  列 先付比例：比例 0%..100% 小数 4 或 无；
  生效 开始日、结束日；
}
实体 结算 序 结算日期 {
  输入 结算日期：日期 2000-01-01..2099-12-31；
  定义 先付合计：金额 = 合计(明细.先行自付)；
  定义 合规合计：金额 = 合计(明细.合规)；
}
实体 明细 属 结算 {
  输入 编码：药品目录；
  输入 数量：数 0..1000 小数 4；
  输入 单价：金额/单位 0元/单位..1万元/单位 小数 6；
  定义 类别：费用类别 = 编码.类别；
  定义 金额：金额 = 数量 × 单价 取整 四舍五入到分；
  定义 限价金额：金额 = 编码.限价 × 数量 当 编码.限价 ≠ 不限 取整 四舍五入到分；
  分担 金额 {
    全自费：总 当 类别 = 丙；
    超限价：余 − 编码.限价 × 数量 当 编码.限价 ≠ 不限；
    先行自付：编码.先付比例 × 余 当 编码.先付比例 ≠ 无；
    合规：其余；
  }
}
`;

export interface ItemsCase {
  readonly program: Program;
  readonly reference: ReferenceData;
  readonly facts: Facts;
}

/** The policy bound in 2024 with the rows of `csv`, and one claim of `count` items that are drawn from it. */
export async function openItems(
  csv: Uint8Array,
  { seed, count, items }: { readonly seed: number; readonly count: number; readonly items: number },
): Promise<ItemsCase> {
  const texts = new Map([['items.tiaoli', new TextEncoder().encode(policy)]]);
  const policies = await openPolicies({
    list: async () => [...texts.keys()],
    library: async () => [],
    read: async (path) => texts.get(path) ?? new Uint8Array(),
    findBeside: async (path) => (path === 'drugs.csv' ? csv : undefined),
    write: async () => {},
  });
  const errors = [...policies.language.findings(), ...policies.catalogues.findings];
  const { module } = policies.lower('items.tiaoli');
  const program = module && bind(module, { dates: { on: day } }).program;
  if (!program) throw new Error(JSON.stringify(errors.slice(0, 3)));
  return { program, reference: policies.reference, facts: claimOf(seed, count, items) };
}

/** 2024-05-01. */
const day = 19_844;

function claimOf(seed: number, count: number, items: number): Facts {
  const random = randomSource(seed);
  const records = Array.from({ length: count }, () => ({
    inputs: new Map<string, Value>([
      ['bench.items/明细.编码', codeOf(random.below(items))],
      ['bench.items/明细.数量', rational(random.below(1_000_000), 10_000)],
      ['bench.items/明细.单价', rational(random.below(500_000_000), 10_000)],
    ]),
    children: new Map(),
  }));
  return {
    inputs: new Map([
      ['on', rational(day)],
      ['bench.items/结算.结算日期', rational(day)],
    ]),
    children: new Map([['bench.items/明细', records]]),
  };
}
