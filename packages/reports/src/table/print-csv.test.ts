import { expect, test } from 'vitest';
import { buildReport } from '../build-report.ts';
import { sampleResult } from '../sample-result.ts';
import { fileTables } from './file-tables.ts';
import { printCsv } from './print-csv.ts';

test('as Excel opens it: a mark, CR LF, quotes where they are needed, no formula, exact amounts', () => {
  const columns = [
    { key: 'name', head: 'name, "so"', kind: 'text' },
    { key: 'amount', head: 'amount', kind: 'decimal' },
    { key: 'amount_error', head: 'error', kind: 'number' },
  ] as const;
  const rows = [
    ['=1+1', '-0.005', 1.5],
    ['@x', null, null],
    ['a\r\nb', '12345678901234567890.123456', 0],
  ];
  expect(printCsv({ id: 'x', columns, rows })).toBe(
    '\ufeff"name, ""so""",amount,error\r\n' +
      "'=1+1,-0.005,1.5\r\n" +
      "'@x,,\r\n" +
      '"a\r\nb",12345678901234567890.123456,0\r\n',
  );
});

test('every row says that the data is synthetic, and of which reform it is', () => {
  const tables = fileTables(buildReport(sampleResult, 'zh'));
  expect(tables.length).toBeGreaterThan(10);
  for (const { id, columns, rows } of tables) {
    expect(rows.length, id).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.length, id).toBe(columns.length);
      expect(row[0]).toBe('合成数据');
      expect(row[1]).toBe(id === 'not-settled' ? '' : 'reform-1');
    }
    const keys = columns.map(({ key }) => key);
    expect(new Set(keys).size, id).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
  }
});

test('the reforms of one run stand in one table, one below the other', () => {
  const [first] = sampleResult.reforms;
  if (!first) throw new Error('the sample has a reform');
  const second = { ...first, scenario: { ...first.scenario, key: 'reform-2' } };
  const report = buildReport({ ...sampleResult, reforms: [first, second] }, 'en');
  const layers = fileTables(report).find(({ id }) => id === 'layers');
  expect(layers?.rows.map((row) => row.slice(0, 3))).toEqual(
    ['reform-1', 'reform-2'].flatMap((key) =>
      ['门诊统筹', '大额补助', 'all funds', 'borne by people'].map((name) => [
        'Synthetic data',
        key,
        name,
      ]),
    ),
  );
});
