import { expect, test } from 'vitest';
import { runHere, runHereJson } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const province = 'policies/shandong/assistance-2022.tiaoli';

test('check says how many clauses hold rules, and why the others do not', async () => {
  const { code, json } = await runHereJson(['check', province, '--format', 'json']);
  expect(code).toBe(0);
  expect(schemaErrors('check.schema.json', json)).toEqual([]);
  expect(json.documents).toHaveLength(1);
  const [{ file, clauses, notEncoded }] = json.documents;
  expect(file).toBe(province);
  expect(clauses).toEqual({ total: 9, rules: 6, note: 0, uncoded: 3, inexpressible: 0 });
  expect(notEncoded).toHaveLength(3);
  expect(notEncoded[0]).toMatchObject({ clause: '「资助参保」', status: 'uncoded' });
  const { stdout } = await runHere(['check', province]);
  const [title, ...rest] = stdout.trimEnd().split('\n').slice(-6);
  expect(title).toMatch(/^“山东省.*”：条文 9 条，写成规则 6 条，未编码 3 条。$/);
  const [first, , , all, count] = rest;
  expect(first).toMatch(/^ {2}未编码　「资助参保」：.*参保缴费/);
  expect(all).toBe('条文 9 条，写成规则 6 条，未编码 3 条。');
  expect(count).toContain('检查了 1 个文件');
});

test('every document with clauses has its line, also one that is encoded in full', async () => {
  const { stdout } = await runHere(['check', 'policies/shandong/zibo/assistance.tiaoli']);
  expect(stdout).toMatch(/^“淄博市.*”：条文 4 条，写成规则 4 条。$/m);
});
