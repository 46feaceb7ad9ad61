import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeAlone } from '@tiaoli/diff';
import { changeText } from '@tiaoli/diff';
import { linkPolicies } from '@tiaoli/workspace';

const root = join(import.meta.dirname, '../../policies');

export type Edit = readonly [from: string, to: string];

const taiyuan = 'shanxi/taiyuan/employee-outpatient.tiaoli';
const shandong = 'shandong/resident-critical-illness.tiaoli';

/** By the words of the first change of a bar: the edits by hand, on the rules of the earlier day. */
export const pairs: readonly {
  readonly path: string;
  readonly id: string;
  readonly days: readonly [string, string];
  readonly bars: Readonly<Record<string, readonly Edit[]>>;
}[] = [
  {
    path: taiyuan,
    id: 'taiyuan.employee-outpatient',
    days: ['2023-01-01', '2024-07-01'],
    bars: {
      '起付，年内合计不超过：新增 300元': [
        [
          '起付 自 2023-01-01 每就诊 起付标准 等级 B 转述；',
          '起付 自 2023-01-01 每就诊 起付标准 等级 B 转述 { 年内合计 不超过 300元 }',
        ],
      ],
      '限额：1800元 → 2500元（+700元，+38.9%）': [
        ['限额 自 2023-01-01 每年 1800元', '限额 自 2023-01-01 每年 2500元'],
      ],
      '调整「退休限额」：200元 → 500元（+300元，+150%）': [
        ['自 2023-01-01 限额 提高 200元', '自 2023-01-01 限额 提高 500元'],
      ],
      '三类：60% → 65%（提高5个百分点）': [
        ['三类：60%；', '三类：65%；'],
        ['二类：55%；', '二类：60%；'],
        ['一类：50%；', '一类：55%；'],
      ],
    },
  },
  {
    path: shandong,
    id: 'shandong.resident-critical-illness',
    days: ['2019-01-01', '2023-01-01'],
    bars: {
      '取值：10000元 → 14000元（+4000元，+40%）': [
        ['自 2019-01-01 = 1万元', '自 2019-01-01 = 14000元'],
      ],
      '超过100000元，不超过300000元：删去 75%': [
        [
          '表 倾斜比例：比例 按 分段 绝对额 自 2023-01-01',
          '表 倾斜比例：比例 按 分段 绝对额 自 2019-01-01',
        ],
        [
          '表 倾斜比例：比例 按 分段 绝对额 自 2019-01-01',
          '表 倾斜比例：比例 按 分段 绝对额 自 2018-01-01',
        ],
      ],
    },
  },
  {
    path: shandong,
    id: 'shandong.resident-critical-illness',
    days: ['2017-01-01', '2019-01-01'],
    bars: {
      '取值：12000元 → 10000元（−2000元，−16.7%）': [
        ['自 2017-01-01 = 12000元', '自 2017-01-01 = 1万元'],
      ],
      '不超过100000元：50% → 60%（提高10个百分点）': [
        ['不超过10万元：50%；', '不超过10万元：60%；'],
        ['超过10万元至20万元：60%；', '超过10万元至20万元：65%；'],
      ],
      '超过100000元，不超过200000元：删去 65%': [
        [
          '表 倾斜比例：比例 按 分段 绝对额 自 2019-01-01',
          '表 倾斜比例：比例 按 分段 绝对额 自 2016-12-31',
        ],
        [
          '表 倾斜比例：比例 按 分段 绝对额 自 2017-01-01',
          '表 倾斜比例：比例 按 分段 绝对额 自 2016-01-01',
        ],
      ],
      '取值：300000元 → 400000元（+100000元，+33.3%）': [
        ['自 2017-01-01 = 30万元', '自 2017-01-01 = 40万元'],
      ],
      '情形「倾斜」，限额，期间：删去 每年': [
        ['限额 自 2017-01-01 至 2018-12-31 每年 50万元 等级 C 转述 等级 B 转述；', ''],
        ['限额 自 2019-01-01 不设 等级 C 转述；', '限额 自 2017-01-01 不设 等级 C 转述；'],
      ],
    },
  },
];

/** The words of the first change. */
export function nameOf({ changes: [first] }: ChangeAlone): string {
  return first ? changeText(first).zh : '';
}

/** The document with edits, and what `beside` names. */
export async function policiesWith(
  path: string,
  edits: readonly Edit[],
  beside: readonly string[] = [],
) {
  const sources = ['national/common.tiaoli', ...beside, path].map((each) => {
    const source = readFileSync(join(root, each), 'utf8');
    return { path: each, text: each === path ? edits.reduce(edit, source) : source };
  });
  return linkPolicies(sources);
}

function edit(text: string, [from, to]: Edit): string {
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`nothing says ${from}`);
  return text.slice(0, at) + to + text.slice(at + from.length);
}
