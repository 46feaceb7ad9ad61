import { expect, test } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import { displayWidth, padToWidth } from './display-width.ts';
import { printDiagnostic, sortDiagnostics } from './print-diagnostic.ts';
import type { Span } from './span.ts';

/** The span of the first occurrence of `part` in `source`. */
function spanOf(source: string, part: string, file = 'a.tiaoli'): Span {
  const at = (offset: number) => {
    const before = source.slice(0, offset).split('\n');
    return { offset, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const offset = source.indexOf(part);
  return { file, start: at(offset), end: at(offset + part.length) };
}

const source = '层 门诊 {\n  比例 60元；  限额 每年2万元\n}\n';
const diagnostic: Diagnostic = {
  code: 'unit-mismatch',
  severity: 'error',
  message: { zh: '「比例」应是比例，这里是金额。', en: "'比例' must be a rate; this is money." },
  span: spanOf(source, '60元'),
  related: [
    { message: { zh: '所在的层', en: 'its layer' }, span: spanOf(source, '门诊', 'b.tiaoli') },
  ],
  hint: { zh: '写成 60%。', en: 'Write 60%.' },
};

test('in Chinese: place, line, carets as wide as what they underline, related place, way out', () => {
  expect(printDiagnostic(diagnostic, 'zh', source)).toBe(
    [
      '错误[unit-mismatch]：「比例」应是比例，这里是金额。',
      '  a.tiaoli:2:6',
      '  2 |   比例 60元；  限额 每年2万元',
      '    |        ^^^^',
      '  所在的层：b.tiaoli:1:3',
      '  建议：写成 60%。',
    ].join('\n'),
  );
});

test('in English, without the source', () => {
  expect(printDiagnostic({ ...diagnostic, severity: 'warning', related: [] }, 'en')).toBe(
    [
      "warning[unit-mismatch]: '比例' must be a rate; this is money.",
      '  a.tiaoli:2:6',
      '  hint: Write 60%.',
    ].join('\n'),
  );
});

test.each([
  {
    why: 'a span over several lines ends with its first',
    part: '层 门诊 {\n  比例',
    marks: '^^^^^^^^^',
  },
  { why: 'an empty span has one caret', part: '', marks: '^' },
])('$why', ({ part, marks }) => {
  const span = spanOf(source, part);
  const [, , , carets] = printDiagnostic({ ...diagnostic, span }, 'zh', source).split('\n');
  expect(carets).toBe(`    | ${marks}`);
});

test('a span at the very end of the text', () => {
  const text = '层 ';
  const end = { offset: 2, line: 1, column: 3 };
  const span = { file: 'a.tiaoli', start: end, end };
  expect(
    printDiagnostic({ ...diagnostic, span }, 'zh', text)
      .split('\n')
      .slice(2, 4),
  ).toEqual(['  1 | 层', '    |    ^']);
});

test('a very long line is cut on both sides', () => {
  const text = `${'一'.repeat(500)}错${'二'.repeat(500)}`;
  const span = spanOf(text, '错');
  const lines = printDiagnostic({ ...diagnostic, span }, 'zh', text).split('\n');
  expect(lines[2]).toBe(`  1 | …${'一'.repeat(80)}错${'二'.repeat(79)}…`);
  expect(lines[3]).toBe(`    | ${' '.repeat(161)}^^`);
});

test('characters that reorder or hide text are shown as such', () => {
  const text = 'a\u202Eb\u200Bc\td';
  const lines = printDiagnostic({ ...diagnostic, span: spanOf(text, 'd') }, 'zh', text).split('\n');
  expect(lines[2]).toBe('  1 | a\uFFFDb\uFFFDc d');
  expect(lines[3]).toBe(`    | ${' '.repeat(6)}^`);
});

test('sorted by file, place and code, whatever the order of finding', () => {
  const at = (file: string, part: string, code: string): Diagnostic => ({
    ...diagnostic,
    code,
    span: spanOf(source, part, file),
  });
  const sorted = [
    at('a.tiaoli', '层', 'b'),
    at('a.tiaoli', '层', 'c'),
    at('a.tiaoli', '60元', 'a'),
    at('b.tiaoli', '层', 'a'),
  ];
  expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted);
});

test.each([
  ['abc', 3],
  ['起付', 4],
  ['１３００元；', 12],
  ['「」、', 6],
  ['𠮷', 2],
  ['é', 1],
  ['e\u0301', 1],
  ['', 0],
])('%j fills %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
  expect(padToWidth(text, 14)).toBe(text + ' '.repeat(14 - width));
});
