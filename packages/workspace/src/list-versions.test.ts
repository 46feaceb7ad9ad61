import { parseDate, printDate } from '@tiaoli/base';
import type { DocumentHeader } from '@tiaoli/language';
import { expect, test } from 'vitest';
import { versionSpans } from './list-versions.ts';

function day(text: string): number {
  return parseDate(text) ?? Number.NaN;
}

function header(from?: string, to?: string, changes: readonly string[] = []): DocumentHeader {
  const start = { offset: 0, line: 1, column: 1 };
  return {
    path: `${from}.tiaoli`,
    id: 'd',
    title: 'd',
    level: 'city',
    ...(from !== undefined && { from: day(from) }),
    ...(to !== undefined && { to: day(to) }),
    changes: changes.map(day),
    span: { file: `${from}.tiaoli`, start, end: start },
  };
}

test.each([
  { why: 'one file without an end', headers: [header('2023-01-01')], spans: ['2023-01-01 '] },
  {
    why: 'a file ends the day before the next one',
    headers: [header('2023-01-01'), header('2024-07-01')],
    spans: ['2023-01-01 2024-06-30', '2024-07-01 '],
  },
  {
    why: 'an earlier end of its own stays',
    headers: [header('2023-01-01', '2023-12-31'), header('2024-07-01')],
    spans: ['2023-01-01 2023-12-31', '2024-07-01 '],
  },
  {
    why: 'changes inside cut it, those outside do not',
    headers: [header('2023-01-01', '2025-12-31', ['2022-01-01', '2024-01-01', '2026-01-01'])],
    spans: ['2023-01-01 2023-12-31', '2024-01-01 2025-12-31'],
  },
  { why: 'a file without 施行 has no version', headers: [header()], spans: [] },
])('$why', ({ headers, spans }) => {
  const found = versionSpans(headers).map(
    ({ from, to }) => `${printDate(from)} ${to === undefined ? '' : printDate(to)}`,
  );
  expect(found).toEqual(spans);
});
