import { expect, test } from 'vitest';
import { countClauses } from './clause-counts.ts';
import { linkTexts } from './testing.ts';

const rule = '参数 甲：金额 = 1元';

test.each([
  ['no clause', rule, {}],
  ['a clause with a rule', `条「一」"x" { ${rule} }`, { total: 1, rules: 1 }],
  ['说明', '条「一」"x" 说明', { total: 1, note: 1 }],
  ['未编码', '条「一」"x" 未编码 "待核"', { total: 1, uncoded: 1 }],
  ['无法表达', '条「一」"x" 无法表达 "按比例分摊"', { total: 1, inexpressible: 1 }],
  [
    'a clause of which nothing can be said',
    '条「一」"x" { 无法表达 "x" }',
    { total: 1, inexpressible: 1 },
  ],
  [
    'a clause of which a part can be said',
    `条「一」"x" { 无法表达 "x"； ${rule} }`,
    { total: 1, rules: 1 },
  ],
  [
    'one that only holds others is counted by those',
    `条「一」"x" { 条「1」"y" { ${rule} }  条「2」"z" 说明 }`,
    { total: 2, rules: 1, note: 1 },
  ],
  [
    'one that holds a rule and another clause is counted with it',
    `条「一」"x" { ${rule}； 条「2」"z" 未编码 "待核" }`,
    { total: 2, rules: 1, uncoded: 1 },
  ],
])('%s', (_, text, counts) => {
  const file = linkTexts({ a: `文件「甲」 { 层级 国家； 施行 自 2024-01-01 }\n${text}；` }).get(
    'a',
  );
  expect(file?.open.syntax).toEqual([]);
  expect(file && countClauses(file.open.file)).toEqual({
    ...{ total: 0, rules: 0, note: 0, uncoded: 0, inexpressible: 0 },
    ...counts,
  });
});
