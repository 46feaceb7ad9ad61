import { describe, expect, test } from 'vitest';
import { TiaoliGrammarGrammar } from '../../generated/grammar.ts';
import { buildTokenTypes } from '../token-builder.ts';
import { scan } from './scan.ts';

const types = Object.fromEntries(
  buildTokenTypes(TiaoliGrammarGrammar()).map((type) => [type.name, type]),
);

/** `type` of keywords and marks, `TYPE image` of names and literals; `;` that a brace implies as `(;)`. */
function tokensOf(text: string): string {
  return scan(text, types)
    .tokens.map(({ tokenType, image }) => {
      if (image === '') return `(${tokenType.name})`;
      return /^[A-Z]{2}/.test(tokenType.name) ? `${tokenType.name}:${image}` : tokenType.name;
    })
    .join(' ');
}

describe('words glued to numbers, as officials type them', () => {
  test.each([
    ['不超过10万元', 'not_above QUANTITY:10万元'],
    ['超过10万元至20万元', 'above QUANTITY:10万元 to QUANTITY:20万元'],
    ['10万元以上不满20万元', 'QUANTITY:10万元 or_more less_than QUANTITY:20万元'],
    ['18周岁以上', 'QUANTITY:18周岁 or_more'],
    ['满45周岁至不满70周岁', 'reaching QUANTITY:45周岁 to less_than QUANTITY:70周岁'],
    ['自2024-01-01起', 'from DATE:2024-01-01 onward'],
    [
      '自2024-01-01起至2024年12月31日止',
      'from DATE:2024-01-01 onward to DATE:2024年12月31日 until',
    ],
    ['至2024-12-31前', 'to DATE:2024-12-31 prior'],
    ['起付每年3000元', 'deductible per_year QUANTITY:3000元'],
    ['且不超过10万元', 'and not_above QUANTITY:10万元'],
    [
      '年龄不满18周岁或年龄60周岁以上',
      'ID:年龄 less_than QUANTITY:18周岁 or ID:年龄 QUANTITY:60周岁 or_more',
    ],
    ['15个工作日内', 'QUANTITY:15个工作日 within_bound'],
    ['在0%至100%', 'at QUANTITY:0% to QUANTITY:100%'],
    ['步长5个百分点', 'step QUANTITY:5个百分点'],
    ['取整四舍五入到分', 'rounding ROUNDING:四舍五入到分'],
    ['大病保险 视为0', 'ID:大病保险 as_zero'],
  ])('%s', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
  });
});

describe('names', () => {
  test.each([
    ['方案2', 'ID:方案2'],
    ['方案2超过10万元', 'ID:方案2 above QUANTITY:10万元'],
    ['表2', 'ID:表2'],
    ['限额每年重点救助限额', 'ID:限额每年重点救助限额'],
    ['policy_2024', 'ID:policy_2024'],
    ['「18周岁以上居民」', 'QNAME:「18周岁以上居民」'],
    ['情形「重点」', 'case LABEL:「重点」'],
    ['𠮷野', 'ID:𠮷野'],
    ['notabove', 'ID:notabove'],
    ['not above 3', 'not_above NUMBER:3'],
    ['not  applicable', 'not_applicable'],
    ['豁免 gap-in-cases "why"', 'waive CODE:gap-in-cases TEXT:"why"'],
    ['标识 tai-an.outpatient', 'identifier IDENTIFIER:tai-an.outpatient'],
    ['依据 公共定义、shandong.assistance', 'basis ID:公共定义 , IDENTIFIER:shandong.assistance'],
    ['表.列', 'table . column'],
    ['第八条第二款（三）项', 'CLAUSE:第八条第二款（三）项'],
    ['鲁政办发〔2022〕12号 条', 'DOCNO:鲁政办发〔2022〕12号 article'],
  ])('%s', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
  });
});

describe('literals', () => {
  test.each([
    ['1,300元', 'QUANTITY:1,300元'],
    ['１，３００', 'NUMBER:１ , NUMBER:３００'],
    ['2022年10月1日', 'DATE:2022年10月1日'],
    ['2022年度', 'YEAR:2022年度'],
    ['3年', 'QUANTITY:3年'],
    ['1月1日', 'MONTHDAY:1月1日'],
    ['百分之六十以上', 'QUANTITY:百分之六十 or_more'],
    ['600万人口', 'QUANTITY:600万人 ID:口'],
    ['0元..1000万元', 'QUANTITY:0元 .. QUANTITY:1000万元'],
    ['300元/次', 'QUANTITY:300元/次'],
    ['“甲“乙”丙”', 'TEXT:“甲“乙”丙”'],
  ])('%s', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
  });
});

describe('the ; that a brace implies', () => {
  test.each([
    ['层 a { 比例 1% }', 'layer ID:a { rate QUANTITY:1% (;) } (;)'],
    ['层 a { 比例 1%； }；', 'layer ID:a { rate QUANTITY:1% ; } ;'],
    ['a 属于 {b} 且 c', 'ID:a in { ID:b } and ID:c'],
    ['层 a { }}', 'layer ID:a { } (;) } (;)'],
    ['a；；b', 'ID:a ; ID:b'],
  ])('%s', (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
  });
});

test('an open comment costs its line', () => {
  const { tokens, findings } = scan('/* a\nb', types);
  expect(tokens.map(({ image }) => image)).toEqual(['b']);
  expect(findings.map(({ code }) => code)).toEqual(['unclosed-comment']);
});

test('comments are no tokens and full-width slashes begin one', () => {
  const { tokens, hidden } = scan('a // b\n／／ c\n/* d\ne */ f', types);
  expect(tokens.map(({ image }) => image)).toEqual(['a', 'f']);
  expect(hidden.map(({ image }) => image)).toEqual(['// b', '／／ c', '/* d\ne */']);
});
