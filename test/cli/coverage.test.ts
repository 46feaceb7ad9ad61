import { expect, test } from 'vitest';
import { runHere, runHereJson } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const province = 'policies/shandong/assistance-2022.tiaoli';

test('check says how many clauses hold rules, and why the others do not', async () => {
  const { code, json } = await runHereJson(['check', province, '--format', 'json']);
  expect(code).toBe(0);
  expect(schemaErrors('check.schema.json', json)).toEqual([]);
  expect(json.documents).toHaveLength(1);
  const [{ file, clauses }] = json.documents;
  expect(file).toBe(province);
  expect(clauses).toEqual({ total: 9, rules: 6, note: 0, uncoded: 3, inexpressible: 0 });
  const { stdout } = await runHere(['check', province]);
  const [title, all, count] = stdout.trimEnd().split('\n').slice(-3);
  expect(title).toMatch(/^“山东省.*”：条文 9 条，写成规则 6 条，未编码 3 条。$/);
  expect(all).toBe('条文 9 条，写成规则 6 条，未编码 3 条。');
  expect(count).toContain('检查了 1 个文件');
});
