import { expect, test } from 'vitest';
import { roundingOf, spellRounding } from './roundings.ts';

test.each([
  { text: '四舍五入到分', mode: 'half-away-from-zero', unit: '1', of: 'money' },
  { text: '舍去到元', mode: 'toward-zero', unit: '100', of: 'money' },
  { text: '进位到角', mode: 'away-from-zero', unit: '10', of: 'money' },
  { text: '四舍五入到百元', mode: 'half-away-from-zero', unit: '10000', of: 'money' },
  { text: '舍去到整数', mode: 'toward-zero', unit: '1', of: 'number' },
  { text: '四舍五入到4位小数', mode: 'half-away-from-zero', unit: '0.0001', of: 'number' },
  { text: 'round half up to 1 places', mode: 'half-away-from-zero', unit: '0.1', of: 'number' },
])('$text', ({ text, ...meaning }) => {
  expect(roundingOf(text)).toEqual(meaning);
});

test('a rounding converts between the languages and back', () => {
  expect(spellRounding('舍去到元', 'en')).toBe('round down to yuan');
  expect(spellRounding('round  down to yuan', 'zh')).toBe('舍去到元');
  expect(roundingOf('舍去到里')).toBeUndefined();
});
