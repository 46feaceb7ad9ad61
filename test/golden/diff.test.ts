import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runHere } from '../cli/run-tiaoli.ts';

const here = join(import.meta.dirname, 'diff');

interface Pair {
  readonly name: string;
  readonly old: string;
  readonly new: string;
  /** Lines that must stand in it, by what the sources of the two versions publish. */
  readonly published: readonly string[];
}

const pairs: readonly Pair[] = [
  {
    // Rates of the second version are 5 points higher each, the year's cap goes from 1,800 to 2,500 (retired people:
    // from 200 more to 500 more), and the deductible is charged up to 300 in a year.
    name: 'taiyuan-employee-outpatient',
    old: 'taiyuan.employee-outpatient@2023-01-01',
    new: 'taiyuan.employee-outpatient@2024-07-01',
    published: [
      '三类：60% → 65%（提高5个百分点）',
      '二类：55% → 60%（提高5个百分点）',
      '一类：50% → 55%（提高5个百分点）',
      '限额：1800元 → 2500元（+700元，+38.9%）',
      '调整「退休限额」：200元 → 500元（+300元，+150%）',
      '起付，年内合计不超过：新增 300元',
    ],
  },
  {
    // The deductible falls to 10,000, the first two bands rise by 10 and by 5 points, the cap goes to 400,000; for those
    // who need help the bands are 65%, 75% and 85% and there is no cap.
    name: 'shandong-critical-illness-2017-2019',
    old: 'shandong.resident-critical-illness@2017-01-01',
    new: 'shandong.resident-critical-illness@2019-01-01',
    published: [
      '取值：12000元 → 10000元（−2000元，−16.7%）',
      '取值：300000元 → 400000元（+100000元，+33.3%）',
      '不超过100000元：50% → 60%（提高10个百分点）',
      '情形「倾斜」，限额：500000元 → 不设',
    ],
  },
  {
    name: 'shandong-critical-illness-2019-2023',
    old: 'shandong.resident-critical-illness@2019-01-01',
    new: 'shandong.resident-critical-illness@2023-01-01',
    published: ['取值：10000元 → 14000元（+4000元，+40%）'],
  },
  {
    // CX12: the deductible of critical illness goes from 5,000 to 12,000, and nothing else.
    name: 'qinghai-resident',
    old: 'qinghai.resident@2017-01-01',
    new: 'qinghai.resident@2023-06-01',
    published: ['结构：1 处改动', '取值：5000元 → 12000元（+7000元，+140%）'],
  },
  {
    // The list of 2021 gives 3 working days for the registration of an employer, that of 2024 one.
    name: 'sichuan-services',
    old: 'sichuan.handling-services@2023-12-31',
    new: 'sichuan.handling-services@2024-01-01',
    published: ['时限：3个工作日 → 1个工作日（−2个工作日，−66.7%）'],
  },
  {
    // WE43, published: materials from 118 to 65, −44.9%; working days from 580 to 253, −56.4%.
    name: 'zhucheng-services',
    old: 'zhucheng.handling-totals@2021-01-31',
    new: 'zhucheng.handling-totals@2021-02-01',
    published: [
      '118件 → 65件（−53件，−44.9%）',
      '580个工作日 → 253个工作日（−327个工作日，−56.4%）',
    ],
  },
  {
    name: 'shandong-assistance',
    old: 'shandong.assistance-before',
    new: 'shandong.assistance',
    published: [
      '取值：10000元 → 30000元（+20000元，+200%）',
      '不低于：10000元 → 30000元（+20000元，+200%）；授权收窄',
    ],
  },
  {
    // Tai'an pays 100% and 70% up to 33,000; Zichuan 75% up to 30,000, the second group up to 20,000 and not 10,000.
    name: 'taian-zibo-assistance',
    old: 'taian.assistance',
    new: 'zibo.assistance',
    published: [
      '取值：33000元 → 30000元（−3000元，−9.1%）',
      '取值：10000元 → 20000元（+10000元，+100%）',
    ],
  },
];

/** Without the numbers of lines, which move with every edit above them. */
function stable(text: string): string {
  return text.replace(/(\.tiaoli):\d+$/gm, '$1');
}

describe.each(pairs)('$name', ({ name, old, new: now, published }) => {
  test.each(['zh', 'en'] as const)('in %s', async (language) => {
    const { code, stdout } = await runHere(['diff', old, now, '--view', 'text,structure'], {
      language,
    });
    expect(code).toBe(1);
    if (language === 'zh') for (const line of published) expect(stdout).toContain(line);
    await expect(stable(stdout)).toMatchFileSnapshot(join(here, `${name}.${language}.txt`));
  });
});
