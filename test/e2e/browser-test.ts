import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import type { Complaints } from './open-context.ts';
import { openContext } from './open-context.ts';
import { servePolicies } from './serve-policies.ts';

/**
 * A test in a browser of its own profile, over policies as they are in the repository: `page` is open on nothing yet, and the test fails when any of its pages wrote an
 * error, met its content security policy, or asked for something outside the workbench.
 */
export const browserTest = test
  // biome-ignore lint/correctness/noEmptyPattern: how a fixture says that it needs no other
  .extend('served', { scope: 'file' }, async ({}, { onCleanup }) => {
    const served = await servePolicies();
    onCleanup(async () => {
      await served.stop();
    });
    return served;
  })
  // biome-ignore lint/correctness/noEmptyPattern: the same
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('complaints', (): Complaints => ({ list: [] }))
  .extend('context', async ({ browser, served, complaints }, { onCleanup }) => {
    await served.reset();
    const context = await openContext(browser, served.address, complaints);
    onCleanup(async () => {
      await context.close();
      expect(complaints.list).toEqual([]);
    });
    return context;
  })
  .extend('page', ({ context }) => context.newPage());

/**
 * Expects that the page has no barrier that axe-core finds (WCAG 2.2 A and AA).
 *
 * Monaco's own nodes are left out by name: what it draws is for the eye, and the panels beside it say the same.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('.monaco-editor')
    .analyze();
  const barriers = found.violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
  expect(barriers).toEqual([]);
}
