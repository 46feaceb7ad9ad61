import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLanguageWorkspace } from '../language-workspace.ts';
import { cityText, commonText, linkTexts } from '../testing.ts';
import type { NameRow } from './name-uses.ts';
import { nameUses } from './name-uses.ts';

const root = join(import.meta.dirname, '../../../..');

test('every reference of the policies is known, and every name stands where it is said to stand', async () => {
  const workspace = createLanguageWorkspace();
  const texts = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tiaoli'))
    .map((path) => ({ path, text: readFileSync(join(root, 'policies', path), 'utf8') }));
  await workspace.update(texts);
  let count = 0;
  for (const { path, text } of texts) {
    for (const { span, written, quotes } of workspace.editor.names(path)) {
      count += 1;
      expect(text.slice(span.start.offset, span.end.offset)).toBe(written);
      expect(quotes.charAt(0)).toBe(quotes === '' ? '' : text.charAt(span.start.offset - 1));
      const line = text.split('\n')[span.start.line - 1] ?? '';
      expect(line.startsWith(written, span.start.column - 1)).toBe(true);
    }
  }
  expect(count).toBeGreaterThan(3000);
});

const statements = `
实体 结算 { 输入 附加费 别名 "extra"：金额 0元..1元 问 "多少？" }
表 双列：{起付：金额，比例：比例} 按 医院级别 {
  医院级别 | 起付 | 比例；
  一级 | 100元 | 60%；
}
组 我的组 = {特困人员}；
层 大病 {
  支付方 居民大病；
  基数 extra、住院统筹.比例自付；
  起付 每年 双列.起付；
  比例 双列[一级].比例；
  情形「重」：人员类别 含 我的组 { 比例 60% }
  调整「升」 比例 提高 5个百分点 当 医院级别 = 二级；
  调整「降」 比例 降低 5个百分点 先于「升」；
}
定义 损：金额 = 大病.损失「升」 + 合计(明细.金额)；
`;

/** `line:written kind id role`, of the names that begin with `start`. */
function rows(uses: readonly NameRow[], start: string): readonly string[] {
  return uses
    .filter(({ written }) => written.startsWith(start))
    .map(({ span, kind, id, role }) => `${span.start.line} ${kind} ${id} ${role}`);
}

test.each<[string, readonly string[]]>([
  ['附加费', ['3 input test.city/结算.附加费 declaration']],
  ['extra', ['3 input test.city/结算.附加费 alias', '11 input test.city/结算.附加费 reference']],
  ['实体', []],
  ['结算', ['3 entity test.common/结算 declaration']],
  [
    '起付',
    [
      '4 column test.city/双列#起付 declaration',
      '5 column test.city/双列#起付 reference',
      '12 column test.city/双列#起付 reference',
    ],
  ],
  ['比例自付', ['11 builtin 比例自付 reference']],
  [
    '一级',
    [
      '6 member test.common/医院级别#一级 reference',
      '13 member test.common/医院级别#一级 reference',
    ],
  ],
  [
    '升',
    [
      '15 label test.city/大病/AdjustSlot#升 declaration',
      '16 label test.city/大病/AdjustSlot#升 reference',
      '18 label test.city/大病/AdjustSlot#升 reference',
    ],
  ],
  ['我的组', ['8 group test.city/我的组 declaration', '14 group test.city/我的组 reference']],
  ['明细', ['18 entity test.common/明细 reference']],
  ['居民大病', ['10 member test.common/支付方#居民大病 reference']],
])('%s', (name, expected) => {
  const linked = linkTexts({ common: commonText, city: cityText(statements) });
  const city = linked.get('city');
  expect(city?.open.syntax).toEqual([]);
  expect(rows(city ? nameUses(city) : [], name)).toEqual(expected);
});
