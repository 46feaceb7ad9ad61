import { describe, expect, test } from 'vitest';
import { createParser } from './parser.ts';

const parser = createParser();
const after = '参数 b：金额 = 2元；';

function codesOf(text: string): readonly string[] {
  return parser.parse(text).findings.map(({ code }) => code);
}

const shapes = {
  parentheses: (n: number) => `参数 a：金额 = ${'('.repeat(n)}1元${')'.repeat(n)}；`,
  calls: (n: number) => `参数 a：金额 = ${'f('.repeat(n)}1元${')'.repeat(n)}；`,
  negations: (n: number) => `参数 a：布尔 = ${'非 '.repeat(n)}x；`,
  signs: (n: number) => `参数 a：金额 = ${'-'.repeat(n)}x；`,
  choices: (n: number) => `参数 a：金额 = ${'若 x 则 1元 否则 '.repeat(n)}2元；`,
  blocks: (n: number) => `层 a { ${'情形「b」：c = d { '.repeat(n)} 比例 1% ${'}'.repeat(n)} }`,
};

describe('depth', () => {
  test.each(Object.entries(shapes))('15 levels of %s pass', (_, shape) => {
    expect(codesOf(shape(15) + after)).toEqual([]);
  });

  test.each(
    Object.entries(shapes).flatMap(([name, shape]) =>
      [120, 1000, 20_000].map((n) => ({ name, n, shape })),
    ),
  )('$n levels of $name are one finding, and the rest is read', ({ n, shape }) => {
    const { ast, findings } = parser.parse(shape(n) + after);
    expect(findings.map(({ code }) => code)).toEqual(['too-deep']);
    expect(ast.elements.at(-1)?.$type).toBe('Parameter');
  });
});

test.each([
  ['prefix words', `甲 ) ${'非 '.repeat(200)}`],
  ['prefix words at once', `)${'非 '.repeat(200)}`],
  ['operators', `甲 ] ${'+ x '.repeat(900)}`],
])('a stray bracket before too many %s does not stop the scan', (_, text) => {
  expect(parser.parse(`${text}；${after}`).findings.length).toBeGreaterThan(0);
});

describe('operands', () => {
  const sum = (n: number) => `参数 a：金额 = ${Array.from({ length: n }, () => 'x').join(' + ')}；`;
  const all = (n: number) =>
    `参数 a：布尔 = ${Array.from({ length: n }, () => 'x 属于 {y}').join(' 且 ')}；`;

  test.each([sum, all])('400 pass', (shape) => {
    expect(codesOf(shape(400) + after)).toEqual([]);
  });

  test.each([
    { shape: sum, n: 100_000 },
    { shape: all, n: 20_000 },
  ])('$n are one finding, and the rest is read', ({ shape, n }) => {
    const { ast, findings } = parser.parse(shape(n) + after);
    expect(findings.map(({ code }) => code)).toEqual(['too-many-operands']);
    expect(ast.elements).toHaveLength(1);
  });

  test('a long list is no long expression', () => {
    const members = Array.from({ length: 2000 }, (_, i) => `m${i}`);
    expect(codesOf(`枚举 a { ${members.join('、')} }`)).toEqual([]);
  });
});

describe('size', () => {
  test('more than 1 MiB is refused before it is read', () => {
    expect(codesOf('长'.repeat(400_000))).toEqual(['source-too-large']);
  });

  test('a name of 200,000 letters is a name', () => {
    expect(codesOf(`参数 ${'长'.repeat(200_000)}：金额 = 1元；`)).toEqual([]);
  });
});

test.each([
  { what: 'stray signs', text: '+ '.repeat(50_000), most: 1 },
  { what: 'stray braces', text: '} '.repeat(50_000), most: 2 },
  { what: 'unknown characters', text: '￥ '.repeat(50_000), most: 50 },
  { what: 'open quotes', text: '" \n'.repeat(50_000), most: 50 },
])('50,000 $what are at most $most findings', ({ text, most }) => {
  expect(codesOf(text).length).toBeGreaterThan(0);
  expect(codesOf(text).length).toBeLessThanOrEqual(most);
});

test('50,000 statements of unknown words do not overflow the stack', () => {
  expect(codesOf('其他 1元；\n'.repeat(50_000))).toEqual(Array(3).fill('misspelt-word'));
});

test('names of the platform are names', () => {
  expect(codesOf('参数 __proto__：金额 = 1元；参数 constructor：金额 = __proto__；')).toEqual([]);
});

test('a good file after all of these is read as usual', () => {
  for (const shape of Object.values(shapes)) parser.parse(shape(5000));
  expect(codesOf(after)).toEqual([]);
  expect(parser.parse(after).ast.elements).toHaveLength(1);
});
