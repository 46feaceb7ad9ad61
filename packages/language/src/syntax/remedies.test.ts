import type { Diagnostic, Fix } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { syntaxMessages } from './messages.ts';
import { createParser } from './parser.ts';

const parser = createParser();

/** Slips as people type them, beside the examples of the catalogue. */
const slips = [
  '层 救助 {\n  比例 70%；\n  限额 每年 2万元；\n参数 甲：金额 = 1元；',
  '层 救助 {\n  情形「甲」：年龄 60周岁以上 {\n    比例 70%；\n  比例 60%；\n}',
  '参数 甲：金额 = 1元。',
  '参数 甲\u200b：金额 = 1元；',
  '参数 甲：金额 = \u202e1元；',
  '层 救助 { 起付 300元 }',
];
const examples = Object.values(syntaxMessages).flatMap(({ example }: { example?: string }) =>
  example === undefined ? [] : [example],
);

const rows = [...examples, ...slips].flatMap((text) => {
  const before = parser.parse(text).findings;
  return before.flatMap((found) =>
    (found.fixes ?? []).map((fix) => ({ text, found, fix, before, title: fix.title.zh })),
  );
});

test.each(rows)('$text: $title', ({ text, found, fix, before }) => {
  const mended = apply(text, fix);
  const after = parser.parse(mended).findings;
  const count = (all: readonly Diagnostic[]) =>
    all.filter(({ code }) => code === found.code).length;
  expect(count(after), mended).toBeLessThan(count(before));
  const known = new Set(before.map(({ code }) => code));
  expect(
    after.filter(({ code }) => !known.has(code)),
    mended,
  ).toEqual([]);
});

test('most of what is mistyped has an exact remedy', () => {
  expect(new Set(rows.map(({ found }) => found.code)).size).toBeGreaterThanOrEqual(20);
});

function apply(text: string, { edits }: Fix): string {
  return edits.reduce(
    (all, { span, text: put }) =>
      all.slice(0, span.start.offset) + put + all.slice(span.end.offset),
    text,
  );
}
