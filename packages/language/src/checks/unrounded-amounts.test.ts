import { expect, test } from 'vitest';
import { createLanguageWorkspace } from '../language-workspace.ts';
import { commonText } from '../testing.ts';

const header = (id: string, basis: string): string =>
  `文件「${id}」 { 标识 ${id}；  层级 市 甲市 属 乙省；  施行 自 2024-01-01；  依据 ${basis}；  取整 四舍五入到分 }`;

const own = `${header('test.own', '公共')}
参数 定额：金额 = 20元；
定义 计入：金额 = 定额；
定义 精确：金额 = 定额 × 50%；
`;

/** `depth` definitions, each of which reads the next; the last one is not rounded. */
function chain(depth: number): string {
  const links = Array.from({ length: depth }, (_, at) => `定义 链${at}层：金额 = 链${at + 1}层；`);
  return `${links.join('\n')}\n定义 链${depth}层：金额 = 定额 / 3；\n累计 链和：金额 = 合计 链0层 每年；`;
}

test.each([
  [
    'a version that is rounded',
    '修改 test.own 自 2025-01-01 { 定义 计入：金额 = 定额 / 3 取整 四舍五入到分 }',
    [],
  ],
  [
    'a version that is not',
    '修改 test.own 自 2025-01-01 { 定义 计入：金额 = 定额 / 3 }',
    ['unrounded-base'],
  ],
  ['a version of what never was', '修改 test.own 自 2025-01-01 { 定义 精确：金额 = 定额 / 3 }', []],
  ['a parameter', '修改 test.own 自 2025-01-01 { 参数 定额：金额 = 10元 / 3 }', ['unrounded-base']],
  ['a chain of definitions', chain(200), ['unrounded-accumulator']],
  [
    'sums of a cycle',
    '定义 环一：金额 = 环二；定义 环二：金额 = 环一；累计 环：金额 = 合计 环一 每年；',
    ['cyclic-definition'],
  ],
])('%s', async (_, text, codes) => {
  const workspace = createLanguageWorkspace();
  await workspace.update([
    { path: 'common.tiaoli', text: commonText },
    { path: 'own.tiaoli', text: own },
    { path: 'change.tiaoli', text: `${header('test.change', '公共、test.own')}\n${text}` },
  ]);
  const found = workspace.findings().filter(({ severity }) => severity === 'error');
  expect(found.map(({ code }) => code)).toEqual(codes);
});
