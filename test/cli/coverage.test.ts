import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, runHereJson } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-coverage-'));
mkdirSync(join(cwd, 'policies'));
const write = (name: string, title: string, clauses: string) =>
  writeFileSync(
    join(cwd, 'policies', `${name}.tiaoli`),
    `语言 1

文件「${title}」 {
  标识 test.${name}；
  层级 国家；
  施行 自 2024-01-01；
  取整 四舍五入到分；
}

${clauses}
`,
  );
write(
  'partly',
  '写了一部分的办法',
  `条「比例」 { 参数 支付比例：比例 = 50% }
条「原则」 说明；
条「名单」 未编码 "名单未见"；
条「章」 {
  条「酌情」 无法表达 "由经办机构酌情，没有可以检验的条件"；
}`,
);
write('whole', '全部写成规则的办法', '条「限额」 { 参数 年度限额：金额 = 1万元 }');

test('check says how many clauses hold rules, and why the others do not', async () => {
  const { code, json } = await runHereJson(['check', '--format', 'json'], { cwd });
  expect(code).toBe(0);
  expect(schemaErrors('check.schema.json', json)).toEqual([]);
  const partly = json.documents.find((each: { title: string }) => each.title.startsWith('写了'));
  // 章 only holds another clause, so it is not counted itself.
  expect(partly.clauses).toEqual({ total: 4, rules: 1, note: 1, uncoded: 1, inexpressible: 1 });
  expect(partly.notEncoded).toEqual([
    { clause: '「名单」', status: 'uncoded', reason: '名单未见', line: 12 },
    {
      clause: '「章」 「酌情」',
      status: 'inexpressible',
      reason: '由经办机构酌情，没有可以检验的条件',
      line: 14,
    },
  ]);
});

test('every document with clauses has its line, with reasons below, then the sum', async () => {
  const { stdout } = await runHere(['check'], { cwd });
  expect(stdout.trimEnd().split('\n').slice(-6)).toEqual([
    '“写了一部分的办法”：条文 4 条，写成规则 1 条，说明 1 条，未编码 1 条，无法表达 1 条。',
    '  未编码　「名单」：名单未见',
    '  无法表达　「章」 「酌情」：由经办机构酌情，没有可以检验的条件',
    '“全部写成规则的办法”：条文 1 条，写成规则 1 条。',
    '条文 5 条，写成规则 2 条，说明 1 条，未编码 1 条，无法表达 1 条。',
    expect.stringMatching(/^检查了 2 个文件：0 个错误/),
  ]);
});
