import { documentHash } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { linkPolicies } from './open-policies.ts';
import { resolveReference } from './resolve-reference.ts';

function source(path: string, from: string) {
  const text = `文件「甲市办法」 { 标识 t.city； 文号 甲政发〔2023〕1号； 层级 市 甲市 属 甲省； 施行 自 ${from}； 取整 四舍五入到分 }\n`;
  return { path, text };
}

const files = [source('one.tiaoli', '2023-01-01'), source('two.tiaoli', '2024-01-01')];
const hash = documentHash(files[1]?.text ?? '');

test.each([
  ['t.city', ['one.tiaoli', 'two.tiaoli'], undefined],
  ['甲政发〔2023〕1号', ['one.tiaoli', 'two.tiaoli'], undefined],
  ['甲政发[2023]1号', ['one.tiaoli', 'two.tiaoli'], undefined],
  ['甲市办法', ['one.tiaoli', 'two.tiaoli'], undefined],
  ['one.tiaoli', ['one.tiaoli'], undefined],
  ['t.city@2023-01-01', ['one.tiaoli'], 19358],
  ['t.city@2023-12-31', ['one.tiaoli'], 19722],
  ['t.city@2030-01-01', ['two.tiaoli'], 21915],
  [`t.city@${hash.slice(0, 12)}`, ['two.tiaoli'], undefined],
])('%s', async (text, paths, on) => {
  const { reference, diagnostics } = resolveReference(await linkPolicies(files), text);
  expect(diagnostics).toEqual([]);
  expect(reference?.headers.map(({ path }) => path)).toEqual(paths);
  expect(reference?.on).toBe(on);
});

test.each([
  ['t.town', 'unknown-document'],
  ['t.city@2022-12-31', 'unknown-version'],
  ['t.city@2023-02-30', 'unknown-version'],
  ['t.city@ffff', 'unknown-version'],
  ['t.city@', 'unknown-version'],
])('%s: %s', async (text, code) => {
  const { reference, diagnostics } = resolveReference(await linkPolicies(files), text);
  expect(reference).toBeUndefined();
  expect(diagnostics.map((each) => each.code)).toEqual([code]);
});
