import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere } from '../cli/run-tiaoli.ts';

const here = join(import.meta.dirname, 'conformance');

interface Pair {
  readonly name: string;
  readonly old: string;
  readonly new: string;
  readonly code: number;
  /** Lines that must stand in it, by what the sources publish. */
  readonly published: readonly (string | RegExp)[];
}

const pairs: readonly Pair[] = [
  {
    // The least yearly cap of the province rises from 10,000 to 30,000 (press conference of 2022-09-05). Liaocheng had set
    // 15,000 (CX11): it kept to the old text and falls below the new one. Zichuan's 30,000 (CX08) and Tai'an's 33,000 keep
    // to both. The new text fixes the deductible of the second group itself, which Liaocheng had set.
    name: 'shandong-assistance',
    old: 'shandong.assistance-before',
    new: 'shandong.assistance',
    code: 1,
    published: [
      /聊城市 +重点救助限额 +15000元 +不低于10000元 → 不低于30000元 +✗ 超出授权（原：= 在授权之内）/,
      /淄博市 +重点救助限额 +30000元 +不低于10000元 → 不低于30000元 +=/,
      /泰安市 +重点救助限额 +33000元 +不低于10000元 → 不低于30000元 +=/,
      '「重点救助限额」为15000元，低于鲁政办发〔2022〕12号条「重点救助对象」规定的下限（不低于30000元）',
      '2 处不符合，其中 2 处原来符合。',
    ],
  },
  {
    name: 'shandong-taian-assistance',
    old: 'shandong.assistance',
    new: 'taian.assistance',
    code: 0,
    published: [/泰安市 +重点救助限额 +30000元 → 33000元 +不低于30000元 +=/],
  },
  {
    name: 'shandong-zibo-assistance',
    old: 'shandong.assistance',
    new: 'zibo.assistance',
    code: 0,
    published: [/淄博市 +重点救助比例 +70% → 75% +不低于70%，可按人员类别 +=/],
  },
  {
    name: 'taian-zibo-assistance',
    old: 'taian.assistance',
    new: 'zibo.assistance',
    code: 1,
    published: [/重点救助限额 +33000元 → 30000元 +不低于30000元 +≠ 不同/],
  },
  {
    // Each under the text of its time: CX11 and CX08.
    name: 'liaocheng-zibo-assistance',
    old: 'liaocheng.assistance',
    new: 'zibo.assistance',
    code: 1,
    published: [
      /重点救助比例 +70% → 75%/,
      /重点救助限额 +15000元 → 30000元 +不低于10000元 → 不低于30000元 +≠ 不同/,
      /再救助限额 +15000元 → 20000元/,
    ],
  },
  {
    name: 'taian-jinan-critical-illness',
    old: 'taian.resident-critical-illness',
    new: 'jinan.resident-critical-illness',
    code: 1,
    published: [/大病起付 +14000元 → 20000元/],
  },
  {
    // Jinan's deductible of 2025 is not in force on the earlier day.
    name: 'shandong-critical-illness-two-days',
    old: 'shandong.resident-critical-illness@2023-06-01',
    new: 'shandong.resident-critical-illness@2025-06-01',
    code: 0,
    published: [/济南市 +大病起付 +— → 20000元/],
  },
  {
    name: 'zibo-assistance-two-days',
    old: 'zibo.assistance@2025-11-01',
    new: 'zibo.assistance@2026-01-01',
    code: 0,
    published: [/淄博市 +重点救助比例 +75% +不低于70%，可按人员类别 +=/],
  },
];

/** Without the numbers of lines, which move with every edit above them. */
function stable(text: string): string {
  return text.replace(/(\.tiaoli):\d+$/gm, '$1');
}

test.each(pairs)('$name', async ({ name, old, new: now, code, published }) => {
  const finished = await runHere(['diff', old, now, '--view', 'conformance']);
  for (const line of published) expect(finished.stdout).toMatch(line);
  await expect(stable(finished.stdout)).toMatchFileSnapshot(join(here, `${name}.txt`));
  expect(finished.code).toBe(code);
});

test('in English', async () => {
  const args = ['diff', 'shandong.assistance-before', 'shandong.assistance'];
  const { stdout } = await runHere([...args, '--view', 'conformance'], { language: 'en' });
  expect(stdout).toContain('✗ out of bounds (was: = within bounds)');
  expect(stdout).toContain('2 of them do not conform, 2 of which did before.');
});
