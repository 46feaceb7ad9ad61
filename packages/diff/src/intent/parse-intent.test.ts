import { describe, expect, test } from 'vitest';
import type { IntentWords } from './intent-words.ts';
import { parseIntent } from './parse-intent.ts';

const words: IntentWords = {
  facts: [
    {
      id: 't/结算.医院级别',
      names: ['医院级别', '结算.医院级别', 'level'],
      kind: 'one',
      values: new Map([
        ['三级', '三级'],
        ['tertiary', '三级'],
        ['二级', '二级'],
      ]),
    },
    {
      id: 't/结算.急诊',
      names: ['急诊', '结算.急诊'],
      kind: 'one',
      values: new Map([
        ['是', true],
        ['否', false],
      ]),
    },
    { id: 't/结算.费用', names: ['费用', '结算.费用'], kind: 'one' },
    { id: 't/参保人.日', names: ['日', '参保人.日'], kind: 'one' },
    { id: 't/结算.日', names: ['日', '结算.日'], kind: 'one' },
  ],
  results: [
    { key: 'a', name: '大病保险' },
    { key: 'b', name: '大病保险.起付' },
    { key: 'c', name: '个人负担' },
    { key: 'd', name: '大病保险金' },
  ],
};

const tertiary = [{ id: 't/结算.医院级别', kind: 'one', values: ['三级'] }];
const both = [{ id: 't/结算.医院级别', kind: 'one', values: ['三级', '二级'] }];
const emergency = { id: 't/结算.急诊', kind: 'one', values: [true] };

describe('what is read', () => {
  test.each([
    ['只影响 {医院级别：三级}', tertiary, undefined, false],
    ['意图 只影响 {医院级别：三级}', tertiary, undefined, false],
    ['意图：只应影响｛医院级别:三级;｝', tertiary, undefined, false],
    ['Intent: only affects { level : tertiary }', tertiary, undefined, false],
    ['只影响 {医院级别：三级、二级}', both, undefined, false],
    ['只影响{医院级别：tertiary，二级,三级}', both, undefined, false],
    ['只影响 {医院级别：三级；急诊：是}', [...tertiary, emergency], undefined, false],
    ['只影响 {结算.急诊：是} 的 大病保险', [emergency], ['a', 'b'], false],
    ['只影响 {急诊：是} 的 大病保险.起付、个人负担', [emergency], ['b', 'c'], false],
    ['only affects {急诊：是} of 个人负担 (except rounding)', [emergency], ['c'], true],
    ['只影响 大病保险、个人负担（尾差除外）', [], ['a', 'b', 'c'], true],
    ['只影响 {医院级别：三级}（尾差除外）', tertiary, undefined, true],
  ])('%s', (text, facts, results, exceptRounding) => {
    const parsed = parseIntent(text, words);
    expect(parsed).toEqual({
      kind: 'intent',
      intent: {
        text: text.slice(text.search(/只|only/u)),
        facts,
        exceptRounding,
        ...(results && { results: new Set(results) }),
      },
    });
  });
});

describe('what is wrong, and where', () => {
  test.each([
    ['', 0, 0, { kind: 'expected', expected: 'only' }],
    ['影响 {医院级别：三级}', 0, 1, { kind: 'expected', expected: 'only' }],
    ['只影响', 3, 3, { kind: 'expected', expected: 'result' }],
    ['只影响（尾差除外）', 3, 4, { kind: 'expected', expected: 'result' }],
    ['只影响 {}', 5, 6, { kind: 'expected', expected: 'fact' }],
    ['只影响 {医院级别 三级}', 5, 12, { kind: 'unknown', what: 'fact', name: '医院级别 三级' }],
    ['只影响 {医院级别；急诊：是}', 9, 10, { kind: 'expected', expected: 'colon' }],
    ['只影响 {医院级别：}', 10, 11, { kind: 'expected', expected: 'value' }],
    ['只影响 {医院级别：三级、}', 13, 14, { kind: 'expected', expected: 'value' }],
    ['只影响 {医院级别：三级', 12, 12, { kind: 'expected', expected: 'closing' }],
    ['只影响 {医院级别：三级} 大病保险', 14, 15, { kind: 'expected', expected: 'end' }],
    ['只影响 {医院等级：三级}', 5, 9, { kind: 'unknown', what: 'fact', name: '医院等级' }],
    ['只影响 {医院级别：四级}', 10, 12, { kind: 'unknown', what: 'value', name: '四级' }],
    ['只影响 {急诊：是} 的 大病', 13, 15, { kind: 'unknown', what: 'result', name: '大病' }],
    ['只影响 {急诊：是；急诊：否}', 10, 12, { kind: 'repeated', name: '急诊' }],
    ['只影响 {费用：100}', 5, 7, { kind: 'unbounded', name: '费用' }],
    ['只影响 {日：1}', 5, 6, { kind: 'ambiguous', name: '日', known: ['参保人.日', '结算.日'] }],
  ])('%s', (text, start, end, expected) => {
    const parsed = parseIntent(text, words);
    expect(parsed).toMatchObject({ kind: 'problem', problem: { ...expected, start, end } });
  });
});
