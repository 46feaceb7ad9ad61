import { describe, expect, test } from 'vitest';
import { createParser } from '../parser.ts';
import type { FormatOptions } from './formatter.ts';
import { formatSource } from './formatter.ts';

const parser = createParser();

function formatted(text: string, keywords: FormatOptions['keywords'] = 'zh'): string {
  const result = formatSource(parser, text, { keywords });
  return result.kind === 'formatted' ? result.text : 'refused';
}

const long =
  '人员类别 含 重点对象 且 就医地 属于 {市内、省内} 且 (就医地 = 市内 或 备案状态 = 转诊) 且 险种 = 居民';

test.each([
  { what: 'spaces and marks', from: '参数 a:金额=1元;', to: '参数 a：金额 = 1元；' },
  {
    what: 'a statement on its own line',
    from: '参数 a：金额 = 1元；参数 b：金额 = 2元；',
    to: '参数 a：金额 = 1元；\n参数 b：金额 = 2元；',
  },
  {
    what: 'a short block as it was',
    from: '层 a{比例 1%;限额 每年1元;}',
    to: '层 a { 比例 1%； 限额 每年 1元 }',
  },
  { what: 'a long block as it was', from: '层 a {\n比例 1% }', to: '层 a {\n  比例 1%；\n}' },
  {
    what: 'literals',
    from: '参数 a：金额 = 1,300 元 + １.3万元；',
    to: '参数 a：金额 = 1300元 + 1.3万元；',
  },
  {
    what: 'synonyms',
    from: '参数 a：布尔 = b 大于 1元 并且 c；',
    to: '参数 a：布尔 = b 超过 1元 且 c；',
  },
  {
    what: 'intervals as read',
    from: '表 t：比例 按 a { 超过 10万元 至 20万元：1% }',
    to: '表 t：比例 按 a { 超过10万元至20万元：1% }',
  },
  {
    what: 'ages are 满',
    from: '表 t：比例 按 a { 达到60周岁：1% }',
    to: '表 t：比例 按 a { 满60周岁：1% }',
  },
  {
    what: 'quotes that a name does not need',
    from: '参数 「a」：金额 = 「是」；',
    to: '参数 a：金额 = 「是」；',
  },
  {
    what: 'arguments and lists',
    from: '参数 a：金额 = 最大(1元、2元)；',
    to: '参数 a：金额 = 最大(1元，2元)；',
  },
  { what: 'signs', from: '参数 a：金额 = - 1元 - - b；', to: '参数 a：金额 = −1元 − −b；' },
  {
    what: 'trailing comments',
    from: '参数 a：金额 = 1元； // why\n',
    to: '参数 a：金额 = 1元； // why',
  },
  {
    what: 'a comment inside a statement',
    from: '参数 a：金额 // why\n = 1元；',
    to: '// why\n参数 a：金额 = 1元；',
  },
  {
    what: 'one free line at most',
    from: '参数 a：金额 = 1元；\n\n\n参数 b：金额 = 1元；',
    to: '参数 a：金额 = 1元；\n\n参数 b：金额 = 1元；',
  },
  {
    what: 'outer bars',
    from: '表 t：比例 按 a、b {\n| x | y |；| p | 10% |；\n}',
    to: '表 t：比例 按 a、b {\n  x | y；\n  p | 10%；\n}',
  },
  {
    what: 'a table in columns',
    from: '表 t：比例 按 a、b {\n医院级别 | 居民 | 职工；一级 | 5% | 100%；\n}',
    to: '表 t：比例 按 a、b {\n  医院级别 | 居民 | 职工；\n  一级     | 5%   | 100%；\n}',
  },
  {
    what: 'a long condition over lines',
    from: `层 a {\n适用 当 ${long}；\n}`,
    to: '层 a {\n  适用 当 人员类别 含 重点对象 且 就医地 属于 {市内、省内}\n      且 (就医地 = 市内 或 备案状态 = 转诊) 且 险种 = 居民；\n}',
  },
])('$what', ({ from, to }) => {
  expect(formatted(from)).toBe(`${to}\n`);
});

test('a free line stands around statements of several lines', () => {
  expect(formatted('参数 a：金额 = 1元；\n层 b {\n比例 1% }\n参数 c：金额 = 1元；')).toBe(
    '参数 a：金额 = 1元；\n\n层 b {\n  比例 1%；\n}\n\n参数 c：金额 = 1元；\n',
  );
});

describe('keyword languages', () => {
  test('names stay, keywords, units and marks change', () => {
    expect(formatted('层 医疗救助 { 限额 每年 1.3万元； 取整 舍去到元 }', 'en')).toBe(
      'layer 医疗救助 { cap per year 1.3 wan yuan; rounding round down to yuan }\n',
    );
  });

  test('a name that is spelled like a keyword stays', () => {
    expect(formatted('参数 比例：比例 = 限额；', 'en')).toBe('parameter 比例: 比例 = 限额;\n');
  });

  test('keep leaves each keyword in its language', () => {
    expect(formatted('layer a { 比例 1% }', 'keep')).toBe('layer a { 比例 1% }\n');
  });
});

test('a text with findings is refused', () => {
  const result = formatSource(parser, '参数 a：金额 = 1块；', { keywords: 'zh' });
  expect(result).toMatchObject({ kind: 'refused', findings: [{ code: 'wrong-unit' }] });
});

test('line ends of Windows and a byte order mark are no part of a text', () => {
  expect(formatted('\ufeff参数 a：金额 = 1元；\r\n// why\r\n')).toBe(
    '参数 a：金额 = 1元；\n// why\n',
  );
});

test('an empty text stays empty', () => {
  expect(formatted('')).toBe('');
});
