import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLanguageWorkspace } from '../../language-workspace.ts';
import { wordByCanonical } from '../../syntax/spellings.ts';
import { cityText, commonText } from '../../testing.ts';
import { scanText } from '../scanned-text.ts';
import type { Completion } from './completion.ts';

const statements = `
参数 下限：比例 = 60%；
授权 县 确定 下限 不低于 50%；
参数 上限：金额 = 1万元；
表 双列：{起付：金额，比例：比例} 按 医院级别 { 医院级别 | 起付 | 比例；  一级 | 1元 | 60% }
层 补充 { 支付方 居民大病；  调整「升」 比例 提高 5%；  调整「降」 比例 降低 5% }
条「甲条」 { 累计 次数：整数 = 计数 每年 }
`;

// Making a workspace takes longer than a test; each test brings its own text.
const workspace = createLanguageWorkspace();

async function complete(written: string, before = statements): Promise<readonly Completion[]> {
  const text = `${cityText(before)}\n${written}`;
  await workspace.update([
    { path: 'common', text: commonText },
    { path: 'city', text },
  ]);
  return workspace.editor.completionsAt('city', text.length)?.items ?? [];
}

function labels(items: readonly Completion[], kind?: Completion['kind']): readonly string[] {
  return items.filter((each) => kind === undefined || each.kind === kind).map(({ label }) => label);
}

/** What is typed, what is offered, what is not. */
test.each<[typed: string, offered: readonly string[], missing: readonly string[]]>([
  ['', ['参数', '层', '条', '算例', '授权'], ['支付方', '语言', '文件']],
  ['qfx', ['参数', '层'], []],
  ['参数 新：', ['金额', '比例', '医院级别'], ['参数', '下限']],
  ['参数 新：金额 = ', ['上限', '人均收入', '最大', '未见'], ['统筹基金', '支付方', '总']],
  ['层 新 { ', ['支付方', '基数', '起付', '情形'], ['参数', '上限', '其余金额']],
  ['层 新 { 支付方 ', ['统筹基金', '居民大病'], ['上限', '一级', '特困人员']],
  ['层 新 { 适用 当 人员类别 含 ', ['普通', '特困人员', '重点对象'], ['一级', '上限']],
  ['层 新 { 适用 当 人员类别 含 {特困人员、', ['普通', '低保对象'], ['一级', '上限']],
  ['层 新 { 适用 当 医院级别 = ', ['一级', '二级'], ['普通', '上限']],
  ['层 新 { 限额 每年 qfx', ['上限', '住院统筹'], ['每年']],
  ['层 新 { 限额 ', ['每年', '每次', '不设'], ['上限']],
  ['层 新 { 基数 补充.', ['起付', '支付', '比例自付'], ['上限']],
  ['层 新 { 起付 每年 双列.', ['起付', '比例'], ['支付']],
  ['层 补充 { 调整「再」 比例 提高 5% 先于「', ['升', '降'], ['上限']],
  ['层序 总额 费用 { ', ['补充', '住院统筹', '现金', '择一'], ['上限']],
  ['层序 总额 费用 { 择一 { ', ['补充', '住院统筹'], ['上限', '现金']],
  ['确定 ', ['下限', '上限'], ['补充', '费用']],
  ['据 ', ['公共'], ['上限']],
  ['据 市 条「', [], ['上限']],
  ['算例「新」 { ', ['结算', '参保人', '期望', '地区', '于'], ['支付方']],
  ['算例「新」 { 地区 ', ['甲市', '乙省'], ['上限']],
  ['算例「新」 { 结算 { ', ['医院级别', '结算日期'], ['年龄', '上限']],
  ['算例「新」 { 结算 { 医院级别：', ['一级'], ['普通']],
  ['算例「新」 { 期望 { ', ['补充', '个人负担', '上限'], ['支付方']],
  ['定义 新：金额 = 人均收入[', ['上年', '本年'], ['上限']],
  ['定义 新：金额 = 合计(明细.', ['金额', '全自费'], ['年龄']],
  ['定义 新：金额 = 上限 取整 ', ['四舍五入到分'], ['上限']],
  ['表 新：金额 按 ', ['医院级别', '人员类别'], ['上限']],
  ['表 新：金额 按 医院级别 { 一级：3元；  ', ['二级', '其余'], ['普通']],
  ['层 新 { 起付 每次 100元\n  ', ['比例', '限额', '取整'], ['参数']],
  ['乱写 { 一气 } 层 新 { 支付方 ', ['统筹基金'], ['上限']],
])('%s', async (typed, offered, missing) => {
  const items = labels(await complete(typed));
  expect(items).toEqual(expect.arrayContaining([...offered]));
  for (const name of missing) expect(items).not.toContain(name);
});

test('what fits the type comes first', async () => {
  const rank = async (typed: string, name: string): Promise<number | undefined> =>
    (await complete(typed)).find(({ label }) => label === name)?.rank;
  expect(await rank('层 新 { 比例 ', '下限')).toBe(0);
  expect(await rank('层 新 { 比例 ', '上限')).toBe(1);
  expect(await rank('层 新 { 限额 每年 ', '上限')).toBe(0);
  expect(await rank('确定 ', '下限')).toBe(0);
  expect(await rank('确定 ', '上限')).toBe(1);
});

test.each(['// 注释', '条「新」 "正文', '参数 新：金额 = 30', '/* 注'])(
  'nothing is offered in %s',
  async (typed) => {
    expect(await complete(typed)).toEqual([]);
  },
);

test('clauses of the cited document are offered, and what is opened is closed', async () => {
  const city = cityText(statements);
  const text = '文件「县」 { 依据 test.city }\n据 test.city 条「';
  await workspace.update([
    { path: 'common', text: commonText },
    { path: 'city', text: city },
    { path: 'county', text },
  ]);
  const found = workspace.editor.completionsAt('county', text.length);
  expect(found?.items.map(({ label, insert }) => [label, insert])).toEqual([['甲条', '甲条」']]);
  expect(found?.from).toBe(text.length);
  await workspace.update([], ['county']);
});

test('keywords are those of the language of the file', async () => {
  const text = 'document 「市」 { basis 公共 }\nlayer 新 { ';
  await workspace.update([
    { path: 'common', text: commonText },
    { path: 'city', text },
  ]);
  const items = workspace.editor.completionsAt('city', text.length)?.items ?? [];
  expect(labels(items, 'keyword')).toEqual(
    expect.arrayContaining(['payer', 'base', 'person share']),
  );
  expect(labels(items, 'keyword').join('')).not.toMatch(/\p{Script=Han}/u);
});

test('a keyword of several words is completed from its second word on', async () => {
  const text = 'document 「市」 { basis 公共 }\nlayer 新 { cap per ye';
  await workspace.update([{ path: 'city', text }]);
  const found = workspace.editor.completionsAt('city', text.length);
  expect(text.slice(found?.from, found?.to)).toBe('per ye');
  expect(labels(found?.items ?? [])).toContain('per year');
});

const root = join(import.meta.dirname, '../../../../..');

test('every name and every keyword of the policies is offered where it stands', async () => {
  const opened = createLanguageWorkspace();
  const texts = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tiaoli'))
    .map((path) => ({ path, text: readFileSync(join(root, 'policies', path), 'utf8') }));
  await opened.update(texts);
  const wanted = texts.flatMap(({ path, text }) => {
    const names = opened.editor.names(path);
    const starts = new Set(names.map(({ span }) => span.start.offset));
    const references = names
      .filter(({ role }) => role === 'reference')
      .map(({ span, written }) => ({ path, offset: span.start.offset, spellings: [written] }));
    const keywords = scanText(text).tokens.flatMap(({ tokenType, startOffset: offset }) => {
      const word = wordByCanonical.get(tokenType.name);
      return word && !starts.has(offset) ? [{ path, offset, spellings: word.zh }] : [];
    });
    return [...references, ...keywords];
  });
  expect(wanted.length).toBeGreaterThan(7000);
  // One in five, by turns: all of them take some seconds.
  const missing = wanted
    .filter((_, index) => index % 5 === 0)
    .filter(({ path, offset, spellings }) => {
      const items = opened.editor.completionsAt(path, offset)?.items ?? [];
      return !items.some(({ label, alias }) =>
        [label, alias].some((each) => each && spellings.includes(each)),
      );
    });
  expect(missing).toEqual([]);
});

test('a word typed behind a keyword without a space is the word alone', async () => {
  const text = `${cityText(statements)}\n层 新 { 起付每年qfx`;
  await workspace.update([
    { path: 'common', text: commonText },
    { path: 'city', text },
  ]);
  const found = workspace.editor.completionsAt('city', text.length);
  expect(text.slice(found?.from, found?.to)).toBe('qfx');
  const limit = found?.items.find(({ label }) => label === '上限');
  expect(limit).toMatchObject({ insert: ' 上限', rank: 0 });
});

test('constructs are whole statements, each where it may stand', async () => {
  const insert = async (typed: string, label: string) =>
    (await complete(typed)).find((each) => each.kind === 'construct' && each.label === label)
      ?.insert;
  expect(await insert('', '参数')).toMatch(/^参数 \$\{1:名称\}：/);
  expect(await insert('层 新 { ', '情形')).toContain('{\n');
  expect(await insert('定义 新：金额 { ', '情形')).not.toContain('{\n');
  expect(await insert('层 新 { 支付方 ', '参数')).toBeUndefined();
});

test('what a higher document leaves to a place is offered as a whole statement with its bounds', async () => {
  const county = '文件「县」 { 层级 县 丙县；  依据 test.city }\n';
  await workspace.update([
    { path: 'common', text: commonText },
    { path: 'city', text: cityText(statements) },
    { path: 'county', text: county },
  ]);
  const at = (path: string, offset: number) =>
    workspace.editor
      .completionsAt(path, offset)
      ?.items.filter(({ label }) => label === '确定 下限');
  expect(at('county', county.length)).toMatchObject([
    {
      kind: 'construct',
      insert: ['确定 下限 = $', '{1:60%}；'].join(''),
      detail: { zh: '上级授权：不低于 50%' },
    },
  ]);
  // A city is not the level that it was left to.
  expect(at('city', cityText(statements).length)).toEqual([]);
  await workspace.update([], ['county']);
});
