import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LanguageWorkspace } from '../language-workspace.ts';
import { createLanguageWorkspace } from '../language-workspace.ts';
import { cityText, commonText } from '../testing.ts';
import type { OutlineEntry } from './outline.ts';

async function open(statements: string): Promise<{ workspace: LanguageWorkspace; text: string }> {
  const workspace = createLanguageWorkspace();
  const text = cityText(statements);
  await workspace.update([
    { path: 'common', text: commonText },
    { path: 'city', text },
  ]);
  return { workspace, text };
}

const policy = `
// 两行的
// 说明
条「住院」 "第一段" "第二段" 等级 A {
  参数 甲：金额 { 自 2024-01-01 = 100元 等级 B；  自 2025-01-01 = 未见 "没有公布" }
  层 乙 {
    支付方 统筹基金；
    情形「重」：人员类别 含 重点对象 { 比例 60% }
  }
  授权 市 确定 甲 不低于 0元；
}
第五条 未编码 "另行编码"；
算例「例」 等级 示例 { 期望 { 甲 = 待补充 } }
`;

function printed(entries: readonly OutlineEntry[], indent = ''): string {
  return entries
    .map(({ kind, name, detail, children }) => {
      const line = `${indent}${kind} ${name}${detail === '' ? '' : ` (${detail})`}\n`;
      return line + printed(children, `${indent}  `);
    })
    .join('');
}

test('the outline follows the clauses', async () => {
  const { workspace } = await open(policy);
  expect(printed(workspace.editor.outline('city'))).toBe(
    [
      'document 市',
      'clause 住院 (第一段)',
      '  parameter 甲 (金额)',
      '  layer 乙',
      '    label 重',
      '  rule 授权 市 确定 甲',
      'clause 第五条',
      'example 例',
      '',
    ].join('\n'),
  );
});

test('clauses come with their legal text, why they hold no rules, and their source', async () => {
  const { workspace } = await open(policy);
  expect(workspace.editor.clauses('city')).toMatchObject([
    {
      name: '「住院」',
      text: ['第一段', '第二段'],
      status: 'rules',
      source: { grade: 'A', marks: [] },
    },
    { name: '第五条', text: [], status: 'uncoded', reason: '另行编码' },
  ]);
});

test('blocks and runs of comments are folded', async () => {
  const { workspace } = await open(policy);
  expect(workspace.editor.foldings('city').map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['comment', 3, 4],
    ['block', 5, 11],
    ['block', 7, 9],
  ]);
});

/** `kind text` of the coloured stretches of one line, from 1. */
function coloured(workspace: LanguageWorkspace, text: string, line: number): readonly string[] {
  const whole = text.split('\n')[line - 1] ?? '';
  return workspace.editor
    .semanticTokens('city')
    .filter((token) => token.line === line)
    .map(({ kind, column, length }) => `${kind} ${whole.slice(column - 1, column - 1 + length)}`);
}

test('names are coloured by what they refer to, values by their unit', async () => {
  const { workspace, text } = await open(policy);
  expect(coloured(workspace, text, 5)).toEqual([
    'keyword 条',
    'clause 「住院」',
    'legal-text "第一段"',
    'legal-text "第二段"',
    'keyword 等级',
    'keyword A',
  ]);
  expect(coloured(workspace, text, 6).slice(0, 12)).toEqual([
    'keyword 参数',
    'parameter 甲',
    'builtin 金额',
    'keyword 自',
    'date 2024-01-01',
    'money 100元',
    'keyword 等级',
    'keyword B',
    'keyword 自',
    'date 2025-01-01',
    'mark 未见',
    'text "没有公布"',
  ]);
  expect(coloured(workspace, text, 9)).toEqual([
    'keyword 情形',
    'label 「重」',
    'input 人员类别',
    'keyword 含',
    'group 重点对象',
    'keyword 比例',
    'rate 60%',
  ]);
});

test('a text that does not parse is coloured as far as its tokens say', async () => {
  const { workspace, text } = await open('层 层 { { 支付方 比例 3元 "x" // 注');
  expect(coloured(workspace, text, 2)).toEqual([
    'keyword 层',
    'layer 层',
    'keyword 支付方',
    'keyword 比例',
    'money 3元',
    'text "x"',
    'comment // 注',
  ]);
});

test('a symbol has its declarations in all files, and its alias', async () => {
  const { workspace, text } = await open(
    '实体 结算 { 输入 补充 别名 "more"：整数 0..3 问 "几？" }',
  );
  const at = workspace.editor.symbolAt('city', text.indexOf('结算'));
  expect(at?.symbol).toMatchObject({
    kind: 'entity',
    id: 'test.common/结算',
    document: 'test.common',
  });
  expect(at?.symbol.declarations.map(({ name }) => name.file)).toEqual(['common', 'city']);
  const input = workspace.editor.symbolAt('city', text.indexOf('补充') + 2);
  expect(input?.symbol).toMatchObject({ kind: 'input', name: '补充', alias: 'more' });
});

test('hovering tells the versions, the clause and the source', async () => {
  const { workspace, text } = await open(policy);
  expect(workspace.editor.hoverAt('city', text.lastIndexOf('甲'))).toMatchObject({
    kind: 'symbol',
    type: '金额',
    document: { title: '市' },
    history: {
      declared: [
        { validity: '自 2024-01-01', value: '100元', document: '市', source: { grade: 'B' } },
        { validity: '自 2025-01-01', value: '未见 "没有公布"' },
      ],
      setHere: [],
      setElsewhere: 0,
    },
    clause: { name: '「住院」', text: ['第一段', '第二段'] },
  });
  expect(workspace.editor.hoverAt('city', text.indexOf('支付方'))).toMatchObject({
    kind: 'keyword',
    spelling: { zh: '支付方', en: 'payer' },
  });
  expect(workspace.editor.hoverAt('city', text.indexOf('；') + 1)).toBeUndefined();
});

test('nothing throws wherever a text breaks off', async () => {
  const root = join(import.meta.dirname, '../../../..');
  const read = (path: string) => ({ path, text: readFileSync(join(root, path), 'utf8') });
  const workspace = createLanguageWorkspace();
  const whole = read('policies/shandong/assistance-2022.tiaoli');
  const shape = read('policies/patterns/shape-12.tiaoli');
  await workspace.update([read('policies/national/common.tiaoli')]);
  for (const { path, text } of [whole, shape]) {
    for (let end = 1; end < text.length; end += 29) {
      await workspace.update([{ path, text: text.slice(0, end) }]);
      const { editor } = workspace;
      editor.completionsAt(path, end);
      editor.hoverAt(path, end);
      editor.outline(path);
      editor.foldings(path);
      editor.semanticTokens(path);
      editor.clauses(path);
      editor.rename(path, end - 1, '名');
      editor.symbolAt(path, end);
    }
  }
}, 60_000);

test('a path that is not open has nothing', async () => {
  const { workspace } = await open('');
  const { editor } = workspace;
  expect(editor.outline('other')).toEqual([]);
  expect(editor.semanticTokens('other')).toEqual([]);
  expect(editor.symbolAt('other', 0)).toBeUndefined();
  expect(editor.completionsAt('other', 0)).toBeUndefined();
  expect(editor.rename('other', 0, '名').kind).toBe('refused');
});
