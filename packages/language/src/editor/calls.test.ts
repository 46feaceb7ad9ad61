import { expect, test } from 'vitest';
import { createLanguageWorkspace } from '../language-workspace.ts';
import { cityText, commonText } from '../testing.ts';
import type { Reading } from './calls.ts';

const text = cityText(`
参数 线：金额 = 100元；
定义 加倍：金额 = 线 × 2 + 线；
层 补充 { 支付方 居民大病；  基数 住院统筹.比例自付；  起付 每年 加倍；  比例 60% }
授权 县 确定 线 不低于 50元；
条「约束」 { 约束 线 不低于 1元；  约束 补充.支付 不低于 0元 }
算例「例」 等级 示例 { 期望 { 线 = 100元 } }
`);

const workspace = createLanguageWorkspace();

async function symbolAt(word: string) {
  await workspace.update([
    { path: 'common', text: commonText },
    { path: 'city', text },
  ]);
  const found = workspace.editor.symbolAt('city', text.indexOf(word));
  if (!found) throw new Error(`no symbol at ${word}`);
  return found.symbol;
}

function told(readings: readonly Reading[]): readonly string[] {
  return readings.map(({ symbol, uses }) => `${symbol.kind} ${symbol.name} ${uses.length}`);
}

test('who reads a value, with every place; an example, a delegation and itself do not', async () => {
  const { editor } = workspace;
  expect(told(editor.readersOf(await symbolAt('线：')))).toEqual([
    'definition 加倍 2',
    'clause 约束 1',
  ]);
  expect(told(editor.readersOf(await symbolAt('加倍：')))).toEqual(['layer 补充 1']);
  const [reader] = editor.readersOf(await symbolAt('加倍：'));
  const { start, end } = reader?.uses[0] ?? expect.unreachable();
  expect(text.slice(start.offset, end.offset)).toBe('加倍');
  expect(told(editor.readersOf(await symbolAt('补充 {')))).toEqual(['clause 约束 1']);
});

test('what a value is worked out from, in other documents too', async () => {
  const { editor } = workspace;
  expect(told(editor.readBy(await symbolAt('补充 {')))).toEqual([
    'layer 住院统筹 1',
    'definition 加倍 1',
  ]);
  expect(told(editor.readBy(await symbolAt('加倍：')))).toEqual(['parameter 线 2']);
  expect(editor.readBy(await symbolAt('线：'))).toEqual([]);
});

test('names are linked where they are declared, and only if no other document has them', async () => {
  await symbolAt('线：');
  const { editor } = workspace;
  const words = (offset: number) =>
    editor
      .linkedNames('city', offset)
      .map(({ start, end }) => text.slice(start.offset, end.offset));
  expect(words(text.indexOf('线：'))).toEqual(Array.from({ length: 6 }, () => '线'));
  // Where a name is used, another one may be typed.
  expect(words(text.indexOf('线 × 2'))).toEqual([]);
  expect(words(text.indexOf('算例「例') + 3)).toEqual([]);
  await workspace.update([
    { path: 'county', text: '文件「县」 { 层级 县 丙县；  依据 test.city }\n确定 线 = 60元；' },
  ]);
  expect(words(text.indexOf('线：'))).toEqual([]);
  await workspace.update([], ['county']);
});
