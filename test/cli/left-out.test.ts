import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixtures, root, runHere, runHereJson } from './run-tiaoli.ts';

const broken = `
文件「测试市补充通知」 { 标识 fixture.supplement； 层级 市 测试市 属 测试省； 施行 自 2023-01-01； 依据 fixture.city； 取整 四舍五入到分 }
特别规定 据 fixture.city { 支付比例 = 5元 }
`;

/** The policies of the fixtures with a document that changes the city's, and has an error. */
function policiesWithError(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-'));
  cpSync(join(root, fixtures, 'policies'), folder, { recursive: true });
  writeFileSync(join(folder, 'supplement.tiaoli'), broken);
  return folder;
}

test('a document left out because of its errors is named by check, test and calc', async () => {
  const folder = policiesWithError();
  const codesOf = (findings: readonly { readonly code: string; readonly severity: string }[]) =>
    findings.map(({ code, severity }) => `${severity} ${code}`);
  const check = await runHereJson(['check', join(folder, 'city.tiaoli'), '--format', 'json']);
  expect(codesOf(check.json.findings)).toEqual(['warning left-out-overlay']);
  const all = await runHereJson(['check', folder, '--format', 'json']);
  expect(codesOf(all.json.findings)).toEqual(['error type-mismatch']);
  const examples = await runHereJson(['test', join(folder, 'city.tiaoli'), '--format', 'json']);
  expect(codesOf(examples.json.findings)).toEqual(['warning left-out-overlay']);
  expect(examples.code).toBe(0);
  const junit = await runHere(['test', join(folder, 'city.tiaoli'), '--format', 'junit']);
  expect(junit.stdout).toContain('failures="0"');
  const year = join(root, fixtures, 'cases/year.json');
  const args = ['calc', 'fixture.city', '--policies', folder, '--input', year];
  const settled = await runHere([...args, '--format', 'json']);
  expect(settled.code).toBe(0);
  expect(JSON.parse(settled.stdout).claims).toHaveLength(2);
  expect(settled.stderr).toContain('left-out-overlay');
  expect(settled.stderr).toContain('supplement.tiaoli');
});
