import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import type { Complaints } from './open-context.ts';
import { openContext } from './open-context.ts';
import { servePolicies } from './serve-policies.ts';

export { signInAs } from './sign-in-as.ts';

/** A page over a demonstration, as `npm start` makes it. */
export const demoTest = test
  // biome-ignore lint/correctness/noEmptyPattern: how a fixture says that it needs no other
  .extend('served', { scope: 'file' }, async ({}, { onCleanup }) => {
    const parent = await mkdtemp(join(tmpdir(), 'tiaoli-demo-'));
    const data = join(parent, 'demo');
    const served = await servePolicies(['--data', data], 'demo');
    onCleanup(async () => {
      await served.stop();
      await rm(parent, { recursive: true, force: true });
    });
    return { ...served, data };
  })
  // biome-ignore lint/correctness/noEmptyPattern: the same
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('complaints', (): Complaints => ({ list: [] }))
  .extend('page', async ({ browser, served, complaints }, { onCleanup }): Promise<Page> => {
    const context = await openContext(browser, served.address, complaints);
    onCleanup(async () => {
      await context.close();
      expect(complaints.list).toEqual([]);
    });
    return context.newPage();
  });
