import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { bundleCharts } from '@tiaoli/chart-script';
import { impactPage } from '@tiaoli/documents';
import { buildReport } from '@tiaoli/reports';
import { sampleResult } from '@tiaoli/reports/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../e2e/launch-browser.ts';

/** Bytes that a page with all of its charts may have. */
const MOST_BYTES = 1_500_000;

describe('the page of a run, opened as a file that was sent to somebody', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-report-'));
  let browser: Browser;
  const files: Record<string, string> = {};

  beforeAll(async () => {
    browser = await launchBrowser();
    const script = await bundleCharts();
    for (const language of ['zh', 'en'] as const) {
      const html = impactPage(buildReport(sampleResult, language), script);
      process.stdout.write(`report in ${language}: ${Math.ceil(html.length / 1024)} kB\n`);
      expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
      const file = join(folder, `${language}.html`);
      writeFileSync(file, html);
      files[language] = pathToFileURL(file).href;
    }
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a page of ours must not do is told with the page. */
  async function open(
    language: string,
    options: NonNullable<Parameters<Browser['newContext']>[0]>,
  ): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
    const context = await browser.newContext({ ...options, offline: true });
    const complaints: string[] = [];
    await context.exposeFunction('report', (what: string) => complaints.push(what));
    await context.addInitScript(
      "document.addEventListener('securitypolicyviolation', (event) => globalThis.report(event.violatedDirective))",
    );
    context.on('console', (message) => complaints.push(message.text()));
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('request', (request) => {
      if (request.url() !== files[language]) complaints.push(request.url());
    });
    const page = await context.newPage();
    await page.goto(files[language] ?? '');
    return { page, complaints };
  }

  test.each([
    ['zh', 1280, 'dark'],
    ['en', 390, 'light'],
  ] as const)(
    '%s, %i pixels, %s: no barrier, nothing asked for, nothing cut off',
    async (language, width, colorScheme) => {
      const { page, complaints } = await open(language, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      const overflow =
        'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overflow)).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('each chart is drawn, has words, and a table behind it that holds its figures', async () => {
    const { page } = await open('zh', { viewport: { width: 1280, height: 900 } });
    const figures = page.locator('figure');
    const count = await figures.count();
    expect(count).toBe(8);
    for (let at = 0; at < count; at += 1) {
      const figure = figures.nth(at);
      const chart = figure.locator('.chart');
      expect((await chart.getAttribute('aria-label'))?.length).toBeGreaterThan(20);
      expect(await chart.locator('svg path').count()).toBeGreaterThan(3);
      expect(await figure.getByRole('table').getByRole('row').count()).toBeGreaterThan(2);
    }
    const row = page.getByRole('row', { name: /^大额补助 大额基金/ });
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      '大额基金',
      '469.14',
      '419.14',
      '−50.00 ±0.20',
    ]);
    await page.context().close();
  });

  test('without scripts the tables say all', async () => {
    const { page } = await open('zh', { javaScriptEnabled: false });
    const text = (await page.locator('main').textContent()) ?? '';
    for (const { figures } of buildReport(sampleResult, 'zh').reforms[0]?.sections ?? []) {
      for (const { table } of figures) {
        for (const cell of table.rows.flat()) expect(text).toContain(cell.text);
      }
    }
    await page.context().close();
  });

  test('a script that somebody put in is not run, and names are no markup', async () => {
    const { page } = await open('zh', {});
    await page.evaluate(
      "const added = document.createElement('script'); added.textContent = 'globalThis.ran = true'; document.body.append(added)",
    );
    expect(await page.evaluate('globalThis.ran')).toBeUndefined();
    expect(await page.getByRole('cell', { name: '<费用> & "合规"' }).count()).toBe(1);
    await page.context().close();
  });

  test('on paper charts are as wide as the sheet and light; the data is called synthetic', async () => {
    const { page } = await open('zh', {
      viewport: { width: 1280, height: 900 },
      colorScheme: 'dark',
    });
    const seen = `(() => { const chart = document.querySelector('.chart svg'); return [Number(chart.getAttribute('width')), chart.querySelector('text').getAttribute('fill')]; })()`;
    expect(await page.evaluate(seen)).toEqual([1176, '#e6e9ee']);
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    expect(await page.evaluate(seen)).toEqual([650, '#1a1f27']);
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    expect(await page.evaluate(seen)).toEqual([1176, '#e6e9ee']);
    expect(await page.locator('header .warning').first().textContent()).toContain('合成数据');
    expect(await page.locator('.watermark').getAttribute('data-text')).toBe('合成数据');
    await page.context().close();
  });
});
