import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LanguageWorkspace } from '../language-workspace.ts';
import { createLanguageWorkspace } from '../language-workspace.ts';
import type { Source } from '../source.ts';
import { cityText, commonText } from '../testing.ts';
import type { TextChange } from './rename.ts';
import type { SymbolKind } from './symbol.ts';

const root = join(import.meta.dirname, '../../../..');

function readPolicies(): readonly Source[] {
  return readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tiaoli'))
    .sort()
    .map((path) => join('policies', path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

async function openAll(sources: readonly Source[]): Promise<LanguageWorkspace> {
  const workspace = createLanguageWorkspace();
  await workspace.update(sources);
  return workspace;
}

function applied(sources: readonly Source[], changes: readonly TextChange[]): readonly Source[] {
  return sources.map(({ path, text }) => {
    const own = changes
      .filter(({ span }) => span.file === path)
      .sort((left, right) => right.span.start.offset - left.span.start.offset);
    const changed = own.reduce(
      (before, { span, text: name }) =>
        before.slice(0, span.start.offset) + name + before.slice(span.end.offset),
      text,
    );
    return { path, text: changed };
  });
}

const renamed: ReadonlySet<SymbolKind> = new Set([
  'accumulator',
  'clause',
  'column',
  'definition',
  'entity',
  'enumeration',
  'example',
  'group',
  'input',
  'label',
  'layer',
  'member',
  'parameter',
  'share-part',
]);

/** What a case and the calculator call by name. */
const fixedNames: readonly string[] = [
  '先行自付',
  '全自费',
  '医疗费总额',
  '参保人',
  '合规费用',
  '家庭',
  '就诊号',
  '支付方',
  '明细',
  '结算',
  '结算日期',
  '超限价',
];

/** Names that no policy has; every other one needs 「」. */
function freshName(index: number): string {
  const letters = [...String(index)].map((digit) => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(digit)));
  return index % 2 === 0 ? `新名${letters.join('')}` : `新 名${letters.join('')}`;
}

test('every name of the policies can be changed at once, and nothing else changes', async () => {
  const sources = readPolicies();
  const before = await openAll(sources);
  const changes: TextChange[] = [];
  const refused = new Map<string, string>();
  const seen = new Set<string>();
  for (const { path } of sources) {
    for (const { kind, id, name, role, span } of before.editor.names(path)) {
      if (role !== 'declaration' || !renamed.has(kind) || seen.has(`${kind} ${id}`)) continue;
      seen.add(`${kind} ${id}`);
      const renaming = before.editor.rename(path, span.start.offset, freshName(seen.size));
      if (renaming.kind === 'changes') changes.push(...renaming.changes);
      else refused.set(name, renaming.reason.en);
    }
  }
  expect(seen.size).toBeGreaterThan(500);
  const names = [...refused.keys()].filter((name) => !/^第.+条$/.test(name));
  expect(names.sort()).toEqual([...fixedNames].sort());
  const after = await openAll(applied(sources, changes));
  expect(after.findings().map(({ code }) => code)).toEqual(
    before.findings().map(({ code }) => code),
  );
  for (const { path } of sources) {
    expect(after.lower(path).module === undefined, path).toBe(
      before.lower(path).module === undefined,
    );
  }
});

const statements = `
参数 甲：金额 = 1元；
参数 乙 别名 "beta"：金额 = 2元；
枚举 类型 { 子；丑 }
实体 结算 { 输入 类型：类型 缺省 子 问 "哪一种？" }
层 丙 {
  支付方 居民大病；
  基数 全自费；
  起付 每年 beta；
  情形 类型 = 子 { 起付 每年 乙 }
  情形「一」：类型 = 丑 { 起付 每年 甲 }
  情形「二」：医院级别 = 一级 { 起付 每年 甲 }
}
条「旧条」 { 约束 全自费 不低于 0元 }
`;

async function renameAt(
  marker: string,
  name: string,
): Promise<{ readonly text?: string; readonly reason?: string }> {
  const sources = [
    { path: 'common', text: commonText },
    { path: 'city', text: cityText(statements) },
  ];
  const workspace = await openAll(sources);
  const offset = cityText(statements).indexOf(marker);
  const renaming = workspace.editor.rename('city', offset, name);
  if (renaming.kind === 'refused') return { reason: renaming.reason.en };
  return { text: applied(sources, renaming.changes).at(1)?.text ?? '' };
}

test.each<[marker: string, name: string, line: string]>([
  ['甲：', '新甲', '参数 新甲：金额 = 1元；'],
  ['甲：', '「新甲」', '参数 新甲：金额 = 1元；'],
  ['甲：', '不超过', '参数 「不超过」：金额 = 1元；'],
  ['甲：', '新 甲', '  情形「一」：类型 = 丑 { 起付 每年 「新 甲」 }'],
  ['乙 别名', '新乙', '  起付 每年 beta；'],
  ['乙 别名', '新乙', '参数 新乙 别名 "beta"：金额 = 2元；'],
  ['一」', '壹', '  情形「壹」：类型 = 丑 { 起付 每年 甲 }'],
  ['旧条', '新条', '条「新条」 { 约束 全自费 不低于 0元 }'],
  ['类型：类型', '新类型', '  情形 新类型 = 子 { 起付 每年 乙 }'],
  ['子；', '寅', '  情形 类型 = 寅 { 起付 每年 乙 }'],
])('%s becomes %s', async (marker, name, line) => {
  const { text, reason } = await renameAt(marker, name);
  expect(reason).toBeUndefined();
  expect(text?.split('\n').map((each) => each.trimEnd())).toContain(line);
});

test.each<[marker: string, name: string, reason: RegExp]>([
  ['甲：', '乙', /name of the document “test.city”/],
  ['甲：', 'beta', /name of the document “test.city”/],
  ['甲：', '费用', /name of the document “test.common”/],
  ['甲：', '一级', /member of “医院级别”/],
  ['甲：', '余额', /name of the language/],
  ['甲：', 'hifp_pay', /national interface/],
  ['甲：', '结算日期', /finds a value by the name/],
  ['甲：', '', /cannot be empty/],
  ['甲：', '比例', /name of a slot/],
  ['甲：', '費用', /looks like/],
  ['甲：', '一“二', /no quotes/],
  ['金额 =', '钱', /of the language itself/],
  ['beta；', '新乙', /is the alias of/],
  ['全自费；', '自费', /finds “全自费” by its name/],
  ['一」', '二', /another name of the same place/],
  ['子；', '丑', /member of “类型”/],
  ['类型：类型', '新 类型', /a case cannot begin with them/],
  ['参数 甲', '新', /no name that can be changed/],
  ['甲市', '丁市', /headers of documents/],
])('%s cannot become %s', async (marker, name, reason) => {
  expect((await renameAt(marker, name)).reason).toMatch(reason);
});
