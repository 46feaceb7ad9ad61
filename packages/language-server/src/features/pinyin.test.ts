import { expect, test } from 'vitest';
import { filterText } from './pinyin.ts';

/**
 * Whether an editor keeps an entry with that filter: the letters of the word stand in it in order, the first one at the
 * start of a word. That is the rule of VS Code and Monaco (`fuzzyScore`), without the score.
 */
function finds(typed: string, filter: string): boolean {
  const starts = [...filter].flatMap((_, index) =>
    index === 0 || filter.charAt(index - 1) === ' ' ? [index] : [],
  );
  return starts.some((start) => isIn(typed, filter.slice(start)));
}

function isIn(typed: string, text: string): boolean {
  if (typed.charAt(0) !== text.charAt(0)) return false;
  let at = 0;
  for (const letter of typed) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

test.each<[name: string, alias: string | undefined, typed: readonly string[]]>([
  ['起付线', undefined, ['起付线', '起付', '付线', 'qifuxian', 'qfx', 'qf', 'qifx', 'fuxian']],
  ['重点救助限额', 'keyCap', ['zdjzxe', 'zhongdian', 'chongdian', '限额', 'xe', 'keyCap']],
  ['长期护理', undefined, ['cqhl', 'zqhl', 'changqi', 'zhangqi', '护理']],
  ['比例', 'rate', ['bl', 'bili', 'rate']],
  ['payer', '支付方', ['pay', '支付']],
])('%s is found by what people type', (name, alias, typed) => {
  const filter = filterText(name, alias);
  for (const word of typed) expect(finds(word, filter), `${word} in ${filter}`).toBe(true);
  expect(finds('vv', filter)).toBe(false);
});

test('a filter is no longer than editors look', () => {
  const name = '统筹基金支付比例调整系数重点人群长期单列';
  expect(filterText(name).length).toBeLessThanOrEqual(128);
  expect(filterText(name).startsWith(`${name} tcjj`)).toBe(true);
});
