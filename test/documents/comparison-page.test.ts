import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runHere, runHereJson } from '../cli/run-tiaoli.ts';
import { launchBrowser } from '../e2e/launch-browser.ts';

const english = ['qinghai.resident@2017-01-01', 'qinghai.resident@2023-06-01'];
const sides = ['taiyuan.employee-outpatient@2023-01-01', 'taiyuan.employee-outpatient@2024-07-01'];

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

/** Opens a page without a server and without scripts, as a file that was sent to somebody. */
async function open(
  browser: Browser,
  html: string,
  { width, colorScheme }: { readonly width: number; readonly colorScheme: 'light' | 'dark' },
) {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(html);
  return { page, asked };
}

describe('the page of a comparison', () => {
  let browser: Browser;
  const html: Record<string, string> = {};
  beforeAll(async () => {
    browser = await launchBrowser();
    for (const [language, pair] of [
      ['zh', sides],
      ['en', english],
    ] as const) {
      const { code, stdout } = await runHere(['diff', ...pair, '--format', 'html'], { language });
      expect(code).toBe(1);
      html[language] = stdout;
    }
  }, 300_000);
  afterAll(async () => {
    await browser.close();
  });

  test.each([
    ['zh', 1280, 'dark'],
    ['en', 390, 'light'],
  ] as const)(
    '%s, %i pixels, %s: no barriers, nothing asked for, nothing cut off',
    async (language, width, colorScheme) => {
      const { page, asked } = await open(browser, html[language] ?? '', { width, colorScheme });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(asked).toEqual([]);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
      await page.close();
    },
  );

  test('says what the JSON says', async () => {
    const { json } = await runHereJson(['diff', ...sides, '--format', 'json']);
    const { page } = await open(browser, html.zh ?? '', { width: 1280, colorScheme: 'light' });
    const text = (await page.locator('main').textContent()) ?? '';
    const changed = Object.entries<{
      readonly state: string;
      readonly min?: string;
      readonly max?: string;
    }>(json.behaviour.outputs).filter(([, { state }]) => !state.startsWith('same'));
    expect(changed.length).toBeGreaterThan(5);
    for (const [name, { min, max }] of changed) {
      const cell = await page
        .getByRole('row', { name: new RegExp(`^${name}(（结算之后）)? `) })
        .first()
        .textContent();
      for (const end of [min, max])
        expect(cell?.replaceAll(',', '')).toContain(end?.replace('-', '−'));
    }
    for (const { text: change } of json.structure) expect(text).toContain(change);
    await page.close();
  });

  test('grid: a hospital class and a kind of care each, sign as symbol and word', async () => {
    const { page } = await open(browser, html.zh ?? '', { width: 1280, colorScheme: 'light' });
    const grid = page.getByRole('table', { name: '门诊统筹.起付', exact: true });
    expect(await grid.getByRole('row').allTextContents()).toEqual([
      '收费类别住院、慢特病、两病、生育、追溯门诊',
      '三类✓ 不变·逐式相同▼ 减少，最多 30.00元　✓ 变化·精确',
      '二类✓ 不变·逐式相同▼ 减少，最多 50.00元　✓ 变化·精确',
      '一类✓ 不变·逐式相同▼ 减少，最多 80.00元　✓ 变化·精确',
    ]);
    await page.close();
  });

  test('the first step that differs is pointed out, and is one of them', async () => {
    const { page } = await open(browser, html.zh ?? '', { width: 1280, colorScheme: 'light' });
    const first = page.locator('tr.first-different').first();
    const cells = await first.locator('td').allTextContents();
    expect(await first.textContent()).toContain('首个不同的步骤');
    expect(cells[0]).not.toBe(cells[1]);
    const table = page.getByRole('table', { name: /^门诊统筹.起付：一个小算例/ });
    const names = await table.locator('tbody th').allTextContents();
    expect(new Set(names.map((name) => name.split('　')[0])).size).toBe(names.length);
    await page.close();
  });
});
