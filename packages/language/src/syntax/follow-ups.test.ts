import { expect, test } from 'vitest';
import { createParser } from './parser.ts';

const parser = createParser();

test('slots whose layer was not read are told three times, with the number of the others', () => {
  const slots = ['支付方 乙', '基数 丙', '起付 每年 1元', '比例 1%', '限额 每年 1元', '重叠 就高'];
  const { findings } = parser.parse(`参数 甲：金额 = 1元；\n${slots.join('；\n')}；`);
  expect(findings.map(({ span }) => span.start.line)).toEqual([2, 3, 4]);
  expect(findings[1]?.hint?.zh ?? '').not.toContain('此处之后');
  expect(findings[2]?.hint?.zh).toBe('此处之后还有 3 处，先改前面的');
  expect(findings[2]?.hint?.en).toBe('3 more behind this, mend the first ones before');
});

test('the number stands behind the remedy of the third', () => {
  const { findings } = parser.parse('其他 1元；\n'.repeat(5));
  expect(findings.map(({ hint }) => hint?.zh)).toEqual([
    '写“其余”',
    '写“其余”',
    '写“其余”；此处之后还有 2 处，先改前面的',
  ]);
});

test('three mistakes in a row are told without a number', () => {
  const { findings } = parser.parse('参数 甲 金额 = 1元；\n'.repeat(3));
  expect(findings.map(({ hint }) => hint?.zh)).toEqual(Array(3).fill('在这里加 ：'));
});

test.each([
  {
    what: 'declarations',
    text: '参数 甲 金额 = 1元；\n参数 乙：金额 = 1元；\n'.repeat(8),
    told: 8,
  },
  {
    what: 'slots of one layer',
    text: `层 甲 {\n${'限额 3万元；\n比例 1%；\n'.repeat(6)}}`,
    told: 6,
  },
])('mistakes with good statements between them are all told: $what', ({ text, told }) => {
  expect(parser.parse(text).findings).toHaveLength(told);
});
