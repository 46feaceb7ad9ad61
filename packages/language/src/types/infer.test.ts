import { expect, test } from 'vitest';
import { cityText, commonText, definedValue, linkTexts } from '../testing.ts';
import type { Inferred } from './language-type.ts';

const kinds = [
  ['1.3万元', 'money', 'static'],
  ['300元/次', 'unit-price', 'static'],
  ['60%', 'rate', 'static'],
  ['5个百分点', 'points', 'static'],
  ['75% + 0.2个百分点 × 年龄', 'rate', 'finite'],
  ['2万', 'number', 'static'],
  ['18周岁', 'integer', 'static'],
  ['费用', 'money', 'open'],
  ['50% × 费用', 'money', 'open'],
  ['起付标准', 'money', 'finite'],
  ['人均收入[上年] × 6', 'money', 'static'],
  ['费用 / 12', 'money', 'open'],
  ['结算日期 + 3个月', 'date', 'finite'],
  ['结算日期 − 结算日期', 'duration', 'finite'],
  ['年(结算日期) + 1', 'integer', 'finite'],
  ['年初(2024) + 月数(3)', 'date', 'static'],
  ['最大(0, 年龄)', 'integer', 'finite'],
  ['合计(明细.金额)', 'money', 'open'],
  ['计数(人员类别)', 'integer', 'finite'],
  ['若 年龄 不满 18周岁 则 0元 否则 费用', 'money', 'open'],
  ['费用 超过 1万元', 'boolean', 'finite'],
  ['费用 + 60%', 'unknown', 'open'],
  ['费用 × 费用', 'unknown', 'open'],
  ['重点对象', 'set', 'static'],
] as const;

const optional = [
  ['住院统筹', true],
  ['住院统筹.起付', true],
  ['住院统筹 视为0', false],
  ['认定日', true],
  ['认定日 当 有 认定日', true],
  ['若 有 认定日 则 认定日 否则 结算日期', false],
  ['费用 当 年龄 18周岁以上', false],
  ['住院统筹.支付.本年', false],
] as const;

// All expressions in one document: it is linked once.
const expressions = [...kinds, ...optional].map(([expression]) => expression);
const city = linkTexts({
  common: commonText,
  city: cityText(expressions.map((each, at) => `定义 甲${at}：金额 = ${each}；`).join('\n')),
}).get('city');

function inferred(expression: string): Inferred {
  const scope = city?.document.scope;
  if (scope === undefined) throw new Error('the city is not open');
  return scope.typeOf(definedValue(city, `甲${expressions.indexOf(expression as never)}`));
}

test.each(kinds)('%s is %s, %s', (expression, kind, constness) => {
  expect(inferred(expression)).toMatchObject({ type: { kind }, constness });
});

test.each(optional)('%s may be 不适用: %s', (expression, expected) => {
  expect(inferred(expression).optional).toBe(expected);
});
