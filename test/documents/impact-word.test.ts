import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { impactSheet, printWord } from '@tiaoli/documents';
import { buildReport, cellText, headText } from '@tiaoli/reports';
import { sampleResult } from '@tiaoli/reports/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convertFiles, pageSizeOf, pagesOf, tableRows } from './office.ts';

describe('the Word file of a run, opened and printed by LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-impact-'));
  const report = buildReport(sampleResult, 'zh');
  let rows: readonly (readonly string[])[];

  beforeAll(async () => {
    const file = join(folder, 'impact.docx');
    writeFileSync(file, await printWord(impactSheet(report)));
    await convertFiles([file], 'pdf', folder);
    await convertFiles([file], 'html:HTML (StarWriter):UTF8', folder);
    const html = readFileSync(join(folder, 'impact.html'), 'utf8');
    rows = tableRows(html).map((row) => row.map((cell) => cell.join('')));
  }, 600_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('A4 across; every page says that the data is synthetic, and has its number', () => {
    const pdf = join(folder, 'impact.pdf');
    expect(pageSizeOf(pdf)).toEqual([842, 595]);
    const pages = pagesOf(pdf).map((page) => page.replace(/\s/gu, ''));
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries()) {
      expect(page.startsWith('合成数据')).toBe(true);
      expect(page).toContain(`第${at + 1}页共${pages.length}页`);
    }
  });

  test('every table, row by row and cell by cell', () => {
    const sections = [...report.reforms.flatMap((each) => each.sections), report.method];
    const tables = sections.flatMap(({ figures }) => figures.map(({ table }) => table));
    const expected = tables.flatMap(({ columns, rows: body }) => [
      columns.map(headText),
      ...body.map((row) => row.map((cell) => cellText(cell))),
    ]);
    expect(expected.length).toBeGreaterThan(40);
    const identity = 1 + report.identity.length;
    const found = rows.slice(identity);
    expect(found.length).toBe(expected.length);
    for (const [at, row] of expected.entries())
      expect(found[at]?.slice(0, row.length)).toEqual(row);
  });

  test('the exact amounts behind the cells are those of the JSON', () => {
    const fund = sampleResult.reforms[0]?.verdict.fund;
    const row = rows.find(([first]) => first === '基金支付');
    const shown = [fund?.baseline.value, fund?.reform.value].map((yuan) =>
      (Number(yuan) / 10_000).toLocaleString('en-US', { maximumFractionDigits: 2 }),
    );
    expect(row?.slice(1, 3)).toEqual(shown);
  });

  test('bars of characters beside the amounts: full above zero, shaded below', () => {
    const bars = ['门诊统筹', '大额补助'].map((name) =>
      rows.find(([first]) => first === name)?.at(-1),
    );
    expect(bars).toEqual(['█'.repeat(8), '░']);
  });
});
