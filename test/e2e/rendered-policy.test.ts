import { AxeBuilder } from '@axe-core/playwright';
import { compileDocument, resolveReference } from '@tiaoli/workspace';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { realPolicies } from '../../packages/workspace/src/testing.ts';
import { launchBrowser } from './launch-browser.ts';

/** Opens the rendered document without a server and without scripts, as a file that was sent to somebody. */
async function open(browser: Browser, id: string, width: number) {
  const policies = await realPolicies();
  const { reference } = resolveReference(policies, id);
  const [file] = reference ? compileDocument(policies, reference, { target: 'html' }).files : [];
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(file?.text ?? '');
  return { page, asked };
}

test.each([1280, 390])(
  'a rendered policy at %i pixels: no barriers, nothing asked for, nothing cut off',
  async (width) => {
    const browser = await launchBrowser();
    try {
      const { page, asked } = await open(browser, 'zibo.assistance', width);
      await page.getByRole('heading', { name: /淄博市淄川区/ }).waitFor();
      await page.getByRole('link', { name: '条「再救助」' }).click();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(asked).toEqual([]);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);
    } finally {
      await browser.close();
    }
  },
);
