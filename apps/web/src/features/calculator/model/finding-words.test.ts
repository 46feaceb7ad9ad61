import { expect, test } from 'vitest';
import { claimOfPath, findingWords } from './finding-words.ts';

const finding = { code: 'x', severity: 'error' } as const;

test.each([
  [{ path: 'claims[0].费用', message: 'claims[0].费用：太多。', hint: '核对。' }, '太多。 核对。'],
  [{ path: 'claims[0].cost', message: 'claims[0].cost: too much.' }, 'too much.'],
  [{ path: 'claims[0]', message: '这一天没有版本。' }, '这一天没有版本。'],
  [{ message: '文件有错误。' }, '文件有错误。'],
])('%j reads %s', (more, words) => {
  expect(findingWords({ ...finding, ...more })).toBe(words);
});

test.each([
  ['claims[0].费用', 1],
  ['claims[11]', 12],
  ['person.年龄', undefined],
  [undefined, undefined],
])('%s is in claim %s', (path, claim) => {
  expect(claimOfPath(path)).toBe(claim);
});
