import { expect, test } from 'vitest';
import { isPolicyPath } from './policy-path.ts';

test.each([
  'policies/a.tiaoli',
  'policies/shandong/taian/assistance.tiaoli',
  'policies/山东省/居民大病.tiaoli',
  'policies/a..b/c.tiaoli',
])('%s is a policy', (path) => {
  expect(isPolicyPath(path, 'policies')).toBe(true);
});

test.each([
  '',
  'a.tiaoli',
  'policies',
  'policies/',
  'policies/a.txt',
  'policies/.tiaoli',
  'policies/.hidden/a.tiaoli',
  'policies/../a.tiaoli',
  'policies/x/../../a.tiaoli',
  'policies/./a.tiaoli',
  'policies//a.tiaoli',
  'policies/a/.tiaoli',
  'policies2/a.tiaoli',
  '/policies/a.tiaoli',
  '/etc/a.tiaoli',
  'C:/policies/a.tiaoli',
  'policies/C:a.tiaoli',
  'policies\\a.tiaoli',
  'policies/..\\a.tiaoli',
  'policies/a\0.tiaoli',
  'policies/a\n.tiaoli',
  'policies/a\u202e.tiaoli',
  'policies/\ud800.tiaoli',
  'policies/ a/b.tiaoli',
  'policies/node_modules/a.tiaoli',
  `policies/${'长'.repeat(90)}.tiaoli`,
  `policies/${'a/'.repeat(600)}a.tiaoli`,
])('%j is none', (path) => {
  expect(isPolicyPath(path, 'policies')).toBe(false);
});
