import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { runHere, runHereJson } from '../cli/run-tiaoli.ts';
import { launchBrowser } from '../e2e/launch-browser.ts';
import { convertFiles, tableRows } from './office.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-statement-'));
const year = [
  'calc',
  'taiyuan.resident-inpatient',
  '--input',
  'apps/cli/src/tour/taiyuan-year.json',
];

/** Rows of a page of ours: cells of paragraphs, in the form in which LibreOffice gives them back. */
function pageRows(html: string) {
  const paragraphs = html
    .replace(/<td>(?!<div>)(.*?)<\/td>/gsu, '<td><p>$1</p></td>')
    .replace(/<th(\s[^>]*)>(?!<div>)(.*?)<\/th>/gsu, '<th$1><p>$2</p></th>')
    .replaceAll('<div>', '<p>')
    .replaceAll('</div></td>', '</p></td>')
    .replaceAll('</div><p>', '</p><p>');
  return tableRows(paragraphs);
}

describe('the statement of a year', () => {
  test('Word says what the page says, cell by cell', { timeout: 400_000 }, async () => {
    const file = join(folder, 'year.docx');
    expect((await runHere([...year, '--format', 'docx', '--out', file])).code).toBe(0);
    const { stdout: html } = await runHere([...year, '--format', 'html']);
    await convertFiles([file], 'html:HTML (StarWriter):UTF8', folder);
    const word = tableRows(readFileSync(join(folder, 'year.html'), 'utf8'));
    expect(word.length).toBeGreaterThan(60);
    const flat = (rows: ReturnType<typeof tableRows>) =>
      rows.map((row) => row.map((cell) => cell.join('')));
    expect(flat(word)).toEqual(flat(pageRows(html)));
  });

  test('the amounts are those of the JSON', async () => {
    const { stdout: html } = await runHere([...year, '--format', 'html']);
    const { json } = await runHereJson([...year, '--format', 'json']);
    const rows = pageRows(html).map((row) => row.map((cell) => cell.join('').replaceAll(',', '')));
    const paid = rows.filter(([name]) => name === '= 支付').map(([, amount]) => amount);
    const layers: readonly string[] = ['住院统筹', '大病保险'];
    const expected = json.claims.flatMap((claim: { outputs: Record<string, { value: string }> }) =>
      layers.map((layer) => claim.outputs[layer]?.value),
    );
    expect(expected.length).toBe(8);
    expect(paid).toEqual(expected);
    for (const [name, value] of Object.entries(json.state)) {
      const row = rows.find(([first]) => first === name);
      if (Number(value) !== 0) expect([name, row?.[1]]).toEqual([name, String(value)]);
    }
    const whole = rows.findLast(([name]) => name === '合计');
    expect(whole?.[1]).toBe(json.outputs.医疗费总额.value);
  });
});

describe('the statement of a claim with items', () => {
  const items = [
    { 项目代码: 'A001', 类别: '甲', 数量: '10', 金额: '1200.00' },
    { 项目代码: 'B7', 类别: '乙', 数量: '2', 单价: '2.5' },
  ];
  const claims = [{ id: '1', settledAt: '2024-03-01', items }];
  const input = JSON.stringify({ person: { 险种: '居民' }, claims });
  const calc = ['calc', 'pattern.shape-18', '--input', '-'];

  test('every item with what was given and what it comes to, as in the JSON', async () => {
    const { stdout: html } = await runHere([...calc, '--format', 'html'], { input });
    const { json } = await runHereJson([...calc, '--format', 'json'], { input });
    const rows = pageRows(html).map((row) => row.map((cell) => cell.join('')));
    const head = rows.findIndex((row) => row[1] === '项目代码');
    const heads = rows[head] ?? [];
    const records: readonly Record<string, { status: string; value: string }>[] =
      json.claims[0].records.items;
    expect(records.length).toBe(2);
    for (const [at, record] of records.entries()) {
      const row = rows[head + 1 + at] ?? [];
      const cellOf = (name: string) => row[heads.indexOf(name)] ?? '';
      expect([cellOf('项目代码'), cellOf('类别')]).toEqual([items[at]?.项目代码, items[at]?.类别]);
      for (const [name, { status, value }] of Object.entries(record)) {
        const told = Number(cellOf(name).replace('元', ''));
        if (status === 'value') expect([name, told]).toEqual([name, Number(value)]);
        else expect([name, cellOf(name)]).toEqual([name, '—']);
      }
    }
    expect(html).toContain('示例');
  });

  test('no barriers, in the dark and narrow', { timeout: 120_000 }, async () => {
    const { stdout: html } = await runHere([...calc, '--format', 'html'], {
      input,
      language: 'en',
    });
    const browser = await launchBrowser();
    try {
      const viewport = { width: 390, height: 900 };
      const context = await browser.newContext({ viewport, colorScheme: 'dark' });
      const page = await context.newPage();
      await page.setContent(html);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
    } finally {
      await browser.close();
    }
  });
});

test('a refused case is no statement: nothing is written', async () => {
  const out = join(folder, 'refused.html');
  const input = '{"claims": 3}';
  const calc = ['calc', 'pattern.shape-18', '--input', '-', '--format', 'html', '--out', out];
  const { code, stdout, stderr } = await runHere(calc, { input });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('没有计算');
  expect(() => readFileSync(out)).toThrow(/ENOENT/u);
});

test('several cases are no statement', async () => {
  const input = '{"claims": []}\n{"claims": []}\n';
  const { code, stderr } = await runHere(
    ['calc', 'pattern.shape-18', '--input', '-', '--format', 'html'],
    { input },
  );
  expect(code).toBe(2);
  expect(stderr).toContain('--format json');
});
