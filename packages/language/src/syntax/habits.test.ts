import type { Diagnostic } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { createParser } from './parser.ts';

const parser = createParser();

/** Each `§` of a template is replaced by the slip. */
const templates = {
  value: '参数 甲：金额 = §；',
  rate: '层 甲 { 比例 §；限额 每年 1元 }',
  declaration: '§\n参数 乙：金额 = 1元；',
  condition: '层 甲 { 情形「a」：§ { 比例 1% }；比例 2% }',
  article: '§"救助比例为70%。" { 参数 乙：金额 = 1元 }',
  item: '条「五」 {\n§}',
  cases: '定义 甲：金额 { §；其余：1元 }',
  last: '定义 甲：金额 { 情形「a」：b > 1元：2元；§ }',
  slot: '层 甲 { 支付方 乙；§；重叠 就高 }',
  block: '条「五」"甲" {\n  层 乙 {\n    情形「丙」：甲 = 乙 {\n§    }\n  }\n}',
} as const;

interface Row {
  readonly in: keyof typeof templates;
  readonly slip: string;
  /** Code and the text that is marked. */
  readonly finding: readonly [code: string, marked: string];
  /** A part of the Chinese hint. */
  readonly says: string;
}

const rows: readonly Row[] = [
  { in: 'value', slip: '15万圆', finding: ['wrong-unit', '万圆'], says: '写“万元”' },
  { in: 'value', slip: '15万块', finding: ['wrong-unit', '万块'], says: '写“万元”' },
  { in: 'value', slip: '15万块钱', finding: ['wrong-unit', '万块钱'], says: '写“万元”' },
  { in: 'value', slip: '100元整', finding: ['wrong-unit', '元整'], says: '写“元”' },
  { in: 'value', slip: '100人民币', finding: ['wrong-unit', '人民币'], says: '写“元”' },
  { in: 'value', slip: '100 RMB', finding: ['wrong-unit', ' RMB'], says: '写“元”' },
  { in: 'value', slip: '3千元', finding: ['wrong-quantity', '3千元'], says: '写“3000元”' },
  { in: 'value', slip: '1.25千元', finding: ['wrong-quantity', '1.25千元'], says: '写“1250元”' },
  {
    in: 'value',
    slip: '1.2345千元',
    finding: ['wrong-quantity', '1.2345千元'],
    says: '“1234.5元”',
  },
  { in: 'value', slip: '0.5千元', finding: ['wrong-quantity', '0.5千元'], says: '写“500元”' },
  { in: 'value', slip: '3百万元', finding: ['wrong-quantity', '3百万元'], says: '写“300万元”' },
  { in: 'rate', slip: '5成', finding: ['wrong-quantity', '5成'], says: '写“50%”' },
  { in: 'rate', slip: '7.5成', finding: ['wrong-quantity', '7.5成'], says: '写“75%”' },
  { in: 'rate', slip: '5成半', finding: ['wrong-quantity', '5成半'], says: '写“55%”' },
  { in: 'rate', slip: '百分之15', finding: ['wrong-quantity', '百分之15'], says: '写“15%”' },
  { in: 'rate', slip: '5文', finding: ['unknown-unit', '文'], says: '比例写 %' },
  {
    in: 'declaration',
    slip: '参数 起步100元：金额 = 1元；',
    finding: ['number-in-name', '起步'],
    says: '写在「」里',
  },
  {
    in: 'declaration',
    slip: '参数 起步 100元：金额 = 1元；',
    finding: ['number-in-name', '起步'],
    says: '写在「」里',
  },
  {
    in: 'declaration',
    slip: '参数 60岁补助：金额 = 1元；',
    finding: ['number-in-name', '60岁'],
    says: '写在「」里',
  },
  { in: 'condition', slip: '甲 不等于 乙', finding: ['misspelt-word', '不等于'], says: '写“≠”' },
  { in: 'condition', slip: '甲 等于 乙', finding: ['misspelt-word', '等于'], says: '写“=”' },
  { in: 'condition', slip: '甲 是 乙', finding: ['misspelt-word', '是'], says: '写“=”' },
  { in: 'condition', slip: '甲 不是 乙', finding: ['misspelt-word', '不是'], says: '写“≠”' },
  { in: 'condition', slip: '甲 为 乙', finding: ['misspelt-word', '为'], says: '写“=”' },
  {
    in: 'condition',
    slip: '甲 大于等于 3元',
    finding: ['misspelt-word', '大于等于'],
    says: '不低于',
  },
  {
    in: 'condition',
    slip: '甲 大于等于3元',
    finding: ['misspelt-word', '大于等于'],
    says: '不低于',
  },
  {
    in: 'condition',
    slip: '甲 小于等于 3元',
    finding: ['misspelt-word', '小于等于'],
    says: '不超过',
  },
  { in: 'condition', slip: '甲 = 乙 且不 丙', finding: ['misspelt-word', '且不'], says: '且 非' },
  { in: 'condition', slip: '甲 = 乙 && 丙', finding: ['misspelt-word', '&&'], says: '写“且”' },
  {
    in: 'condition',
    slip: '甲 = 乙 并 丙',
    finding: ['joining-word', '并'],
    says: '都要成立写 且',
  },
  { in: 'condition', slip: '甲 = 乙 以及 丙', finding: ['joining-word', '以及'], says: '写 且' },
  { in: 'condition', slip: '甲 属于 {乙 和 丙}', finding: ['joining-word', '和'], says: '、' },
  { in: 'condition', slip: '甲 包含 乙', finding: ['misspelt-word', '包含'], says: '写“含”' },
  { in: 'condition', slip: '甲 不包含 乙', finding: ['misspelt-word', '不包含'], says: '非 … 含' },
  { in: 'condition', slip: '甲 equals 乙', finding: ['misspelt-word', 'equals'], says: '写“=”' },
  {
    in: 'condition',
    slip: '甲 includes 乙',
    finding: ['misspelt-word', 'includes'],
    says: 'contains',
  },
  { in: 'article', slip: '条"一"', finding: ['bare-number', '"一"'], says: '条「一」' },
  { in: 'article', slip: '条 一', finding: ['bare-number', '一'], says: '条「一」' },
  { in: 'article', slip: '条一 ', finding: ['misspelt-word', '条一'], says: '条「一」' },
  { in: 'article', slip: '条「五」：', finding: ['extra-colon', '：'], says: '删去“：”' },
  { in: 'article', slip: '第五条：', finding: ['extra-colon', '：'], says: '删去“：”' },
  { in: 'article', slip: '第 5 条', finding: ['wrong-quantity', '第 5 条'], says: '写“第5条”' },
  { in: 'item', slip: '（一）"甲" { }', finding: ['bare-number', '（'], says: '条「（一）」' },
  {
    in: 'item',
    slip: '(1) 参数 丙：金额 = 1元；',
    finding: ['bare-number', '('],
    says: '条「（1）」',
  },
  {
    in: 'item',
    slip: '一、参数 丙：金额 = 1元；',
    finding: ['bare-number', '一'],
    says: '条「一」',
  },
  {
    in: 'cases',
    slip: '情形 重点：b > 1元：2元',
    finding: ['bare-label', '重点'],
    says: '情形「重点」：',
  },
  {
    in: 'cases',
    slip: '情形「a」：b：1元；例外「c」：d：2元',
    finding: ['exception-without-base', '：'],
    says: '于「情形的名称」',
  },
  { in: 'last', slip: '否则：1元', finding: ['misspelt-word', '否则'], says: '写“其余”' },
  { in: 'last', slip: '其他：1元', finding: ['misspelt-word', '其他'], says: '写“其余”' },
  { in: 'last', slip: 'else: 1元', finding: ['misspelt-word', 'else'], says: '写“otherwise”' },
  { in: 'slot', slip: '否则 { 比例 1% }', finding: ['misspelt-word', '否则'], says: '其余' },
  { in: 'slot', slip: '起付线 3000元', finding: ['misspelt-word', '起付线'], says: '“起付”' },
  { in: 'slot', slip: '封顶线 2万元', finding: ['misspelt-word', '封顶线'], says: '“限额”' },
  { in: 'slot', slip: '报销比例 50%', finding: ['misspelt-word', '报销比例'], says: '“比例”' },
  { in: 'slot', slip: '支付比例：50%', finding: ['misspelt-word', '支付比例'], says: '“比例”' },
  { in: 'slot', slip: '比例：50%', finding: ['extra-colon', '：'], says: '删去“：”' },
  { in: 'slot', slip: 'rate = 50%', finding: ['extra-colon', '='], says: '删去“=”' },
  { in: 'slot', slip: '限额 3万元', finding: ['missing-period', '3万元'], says: '限额 每年' },
  { in: 'slot', slip: '限额 年度 3万元', finding: ['missing-period', '年度'], says: '限额 每年' },
  { in: 'slot', slip: '起付 3000元', finding: ['missing-period', '3000元'], says: '起付 每年' },
  {
    in: 'slot',
    slip: '基数 合规费用，起付 每年 0元',
    finding: ['comma-for-semicolon', '，'],
    says: '改成 ；',
  },
  {
    in: 'slot',
    slip: '起付 每年 3000元，比例 50%',
    finding: ['comma-for-semicolon', '，'],
    says: '改成 ；',
  },
  {
    in: 'block',
    slip: '      比例 分段 按 绝对额 {\n        不超过1元：5%；其余：6%；\n      限额 每年 2万元；\n',
    finding: ['unclosed-brace', '{'],
    says: '加 }',
  },
  {
    in: 'declaration',
    slip: '条「五」"甲，\n乙。" { }',
    finding: ['unclosed-quote', '"甲，'],
    says: '文字不能跨行',
  },
  {
    in: 'declaration',
    slip: '条「五」"甲 {\n  参数 丙：金额 = 1元 出处 "甲"；\n}',
    finding: ['unclosed-quote', '"甲'],
    says: '文字不能跨行',
  },
  {
    in: 'declaration',
    slip: '条「五」“甲" {\n  参数 丙：金额 = 1元；\n}',
    finding: ['mismatched-quote', '“甲"'],
    says: '同一种引号',
  },
];

test.each(rows)('$in: $slip', ({ in: template, slip, finding, says }) => {
  const text = templates[template].replace('§', () => slip);
  const { findings } = parser.parse(text);
  expect(findings.map((found) => [found.code, marked(text, found)])).toEqual([finding]);
  expect(findings[0]?.hint?.zh).toContain(says);
  expect(findings[0]?.hint?.en).toMatch(/\w/);
});

function marked(text: string, { span }: Diagnostic): string {
  return text.slice(span.start.offset, span.end.offset);
}
