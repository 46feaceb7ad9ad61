import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TiaoliGrammarGrammar } from '../generated/grammar.ts';
import { isBareName, printName } from './names.ts';
import { scan } from './scanner/scan.ts';
import { words } from './spellings.ts';
import { buildTokenTypes } from './token-builder.ts';
import { units } from './units.ts';

const types = Object.fromEntries(
  buildTokenTypes(TiaoliGrammarGrammar()).map((type) => [type.name, type]),
);

test.each([
  { name: '方案2', bare: true },
  { name: '比例', bare: true },
  { name: '起付线', bare: true },
  { name: 'policy_2024', bare: true },
  { name: '以上', bare: false },
  { name: '18周岁以上居民', bare: false },
  { name: '不超过10万元', bare: false },
  { name: '是', bare: false },
  { name: '', bare: false },
  { name: '__proto__', bare: true },
])('$name', ({ name, bare }) => {
  expect(isBareName(name)).toBe(bare);
  expect(printName(name)).toBe(bare ? name : `「${name}」`);
});

const odd = [
  '第',
  '百分之',
  '条',
  '居民',
  'a',
  'B_',
  '_',
  '𠮷',
  'é',
  '万',
  '〔2022〕12号',
  '(',
  ' ',
  '·',
];
const pieces = [
  ...words.flatMap(({ zh, en }) => [...zh, ...en]),
  ...units.flatMap(({ zh, en }) => [zh, en]),
  ...'0123456789',
  '12',
  '2024',
  ...odd,
];

test('a name that is printed stands as one name, bare or quoted', () => {
  const names = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(names, (name) => {
      const { tokens } = scan(`参数 ${printName(name)}：金额`, types);
      const [, token] = tokens;
      const isName =
        token?.tokenType.name === 'ID' ||
        token?.tokenType.name === 'QNAME' ||
        token?.tokenType.CATEGORIES?.some((category) => category.name === 'ID');
      return tokens.length === 4 && isName === true && token?.image === printName(name);
    }),
    { seed: 20261121, numRuns: 20_000 },
  );
});
