import { expect, test } from 'vitest';
import { createLanguageWorkspace } from './language-workspace.ts';
import { cityText, commonText } from './testing.ts';

const common = { path: 'common.tiaoli', text: commonText };

function codes(workspace: ReturnType<typeof createLanguageWorkspace>): readonly string[] {
  return workspace
    .findings()
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => `${span.file} ${code}`);
}

test('a change below is seen above, and only a change makes work', async () => {
  const workspace = createLanguageWorkspace();
  const city = { path: 'city.tiaoli', text: cityText('定义 甲：金额 = 全自费；') };
  await workspace.update([common, city]);
  expect(codes(workspace)).toEqual([]);
  const before = workspace.findings();
  await workspace.update([city]);
  expect(workspace.findings()).toEqual(before);
  const renamed = commonText.replace('全自费：10%', '自费：10%');
  await workspace.update([{ ...common, text: renamed }]);
  expect(codes(workspace)).toEqual(['city.tiaoli unresolved-name']);
  await workspace.update([common]);
  expect(codes(workspace)).toEqual([]);
  await workspace.update([], ['common.tiaoli']);
  expect(codes(workspace)).toEqual(['city.tiaoli unknown-basis', 'city.tiaoli unresolved-name']);
});

test('a module stays the same object until something changes that it is made of', async () => {
  const workspace = createLanguageWorkspace();
  const city = { path: 'city.tiaoli', text: cityText('定义 甲：金额 = 全自费；') };
  const other = (value: string) => ({
    path: 'other.tiaoli',
    text: cityText(`定义 乙：金额 = ${value}；`)
      .replace('「市」', '「外」')
      .replace('city', 'other'),
  });
  await workspace.update([common, city, other('1元')]);
  const { module } = workspace.lower('city.tiaoli');
  const found = workspace.findingsIn('city.tiaoli');
  expect(module).toBeDefined();
  expect(workspace.findingsIn('city.tiaoli')).toBe(found);
  expect(workspace.findingsIn('nowhere.tiaoli')).toEqual([]);
  await workspace.update([other('2元')]);
  expect(workspace.lower('city.tiaoli').module).toBe(module);
  await workspace.update([{ ...common, text: `${commonText}参数 补助：金额 = 1元；` }]);
  expect(workspace.lower('city.tiaoli').module).not.toBe(module);
});

test('what is used above is asked again when the files above change', async () => {
  const workspace = createLanguageWorkspace();
  const unused = (): readonly string[] =>
    workspace
      .findings()
      .flatMap(({ code, message }) => (code === 'unused-name' ? [message.en] : []));
  await workspace.update([common]);
  expect(unused()).toHaveLength(2);
  const city = cityText('定义 甲：金额 = 人均收入[上年] 当 人员类别 含 重点对象；');
  await workspace.update([{ path: 'city.tiaoli', text: city }]);
  expect(unused()).toEqual([]);
  await workspace.update([], ['city.tiaoli']);
  expect(unused()).toHaveLength(2);
});

test('what a file rests on, and its examples, are known without lowering it', async () => {
  const workspace = createLanguageWorkspace();
  const text = cityText('算例「甲」 { 期望 {} }\n条「一」 { 算例「乙」 { 期望 {} } }');
  await workspace.update([common, { path: 'city.tiaoli', text }]);
  expect(workspace.basis('city.tiaoli')).toEqual(['test.common']);
  const examples = workspace.examples('city.tiaoli');
  expect(examples.map(({ name }) => name)).toEqual(['甲', '乙']);
  expect(examples.map(({ span }) => span.start.line)).toEqual([2, 3]);
  expect(workspace.basis('none.tiaoli')).toEqual([]);
  expect(workspace.examples('none.tiaoli')).toEqual([]);
});

test('documents come by path, with what their headers say', async () => {
  const workspace = createLanguageWorkspace();
  await workspace.update([{ path: 'z.tiaoli', text: cityText('') }, common]);
  expect(workspace.documents()).toMatchObject([
    { path: 'common.tiaoli', id: 'test.common', level: 'nation' },
    { path: 'z.tiaoli', id: 'test.city', level: 'city', place: '甲市', parent: '乙省' },
  ]);
});

test('an error, here or below, keeps a document from being lowered', async () => {
  const workspace = createLanguageWorkspace();
  const broken = { ...common, text: `${commonText}参数 坏：金额 = 60%；` };
  await workspace.update([broken, { path: 'city.tiaoli', text: cityText('') }]);
  const { module, diagnostics } = workspace.lower('city.tiaoli');
  expect(module).toBeUndefined();
  expect(diagnostics.map(({ code, span }) => `${span.file} ${code}`)).toEqual([
    'common.tiaoli type-mismatch',
  ]);
  expect(workspace.lower('nowhere.tiaoli')).toEqual({ diagnostics: [] });
});

test('a document that sets something here is left out while it has errors, and that is said', async () => {
  const workspace = createLanguageWorkspace();
  const delegating = `${commonText}参数 补助：金额 = 1元； 授权 市 确定 补助 不低于 1元；`;
  const fill = (value: string) => ({
    path: 'city.tiaoli',
    text: cityText(`据 公共 { 确定 补助 = ${value} }`),
  });
  const said = () =>
    workspace
      .lower('common.tiaoli')
      .diagnostics.map(({ code, severity, related }) => [code, severity, related[0]?.span.file]);
  await workspace.update([{ ...common, text: delegating }, fill('60%')]);
  expect(said()).toEqual([['left-out-overlay', 'warning', 'city.tiaoli']]);
  expect(workspace.lower('common.tiaoli').module).toBeDefined();
  await workspace.update([fill('2元')]);
  expect(said()).toEqual([]);
});

test('a version of a document that cannot be read does not spoil the others', async () => {
  const workspace = createLanguageWorkspace();
  const broken = { path: 'later.tiaoli', text: commonText.replace('取整 四舍五入到分', '取整 ') };
  await workspace.update([common, broken]);
  const { module, diagnostics } = workspace.lower('common.tiaoli');
  expect(module).toBeDefined();
  expect(diagnostics.map(({ code }) => code)).toContain('left-out-overlay');
});

test.each([
  ['nothing', ''],
  ['no document', '参数 甲：金额 = 1元；'],
  ['only braces', '{{{}}'],
  ['half a statement', '文件「甲」 { 标识 '],
  ['a chain of cycles', cityText('定义 a：金额 = b；定义 b：金额 = c + a；定义 c：金额 = b；')],
  ['a name of the platform', cityText('定义 __proto__：金额 = constructor；')],
  ['nested parentheses', cityText(`定义 甲：金额 = ${'('.repeat(120)}1元${')'.repeat(120)}；`)],
  ['a document that rests on itself', '文件「甲」 { 层级 国家； 施行 自 2024-01-01； 依据 甲 }'],
])('%s is no reason to throw, and the next document is checked as usual', async (_, text) => {
  const workspace = createLanguageWorkspace();
  await workspace.update([common, { path: 'bad.tiaoli', text }]);
  expect(codes(workspace).filter((each) => !each.startsWith('bad.tiaoli'))).toEqual([]);
  workspace.lower('bad.tiaoli');
  await workspace.update([{ path: 'good.tiaoli', text: cityText('定义 甲：金额 = 费佣；') }]);
  expect(codes(workspace)).toContain('good.tiaoli unresolved-name');
});

test('documents that rest on each other are linked once', async () => {
  const workspace = createLanguageWorkspace();
  const rests = (own: string, other: string): string =>
    `文件「${own}」 { 标识 test.${own}； 层级 国家； 施行 自 2024-01-01； 依据 ${other}； 取整 四舍五入到分 } 参数 ${own}值：金额 = 1元； 定义 ${own}：金额 = ${other}值；`;
  await workspace.update([
    { path: 'a', text: rests('a', 'b') },
    { path: 'b', text: rests('b', 'a') },
  ]);
  expect(codes(workspace)).toEqual([]);
});

test('more than 2,000 lines are too many for one document', async () => {
  const workspace = createLanguageWorkspace();
  await workspace.update([common, { path: 'long.tiaoli', text: cityText('\n'.repeat(2000)) }]);
  expect(workspace.findings().map(({ code }) => code)).toContain('document-too-large');
});

test('a text may end anywhere, or lack any stretch: something is found, and nothing thrown', async () => {
  const workspace = createLanguageWorkspace();
  const city = { path: 'city.tiaoli', text: cityText('定义 甲：金额 = 费用；') };
  for (let at = 20; at < commonText.length; at += 41) {
    const cut = commonText.slice(0, at);
    const holed = cut + commonText.slice(at + 9);
    for (const text of [cut, holed]) {
      await workspace.update([{ ...common, text }, city]);
      expect(workspace.findings().length, text).toBeGreaterThan(0);
      workspace.lower('city.tiaoli');
    }
  }
});
