import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import type { Complaints } from './open-context.ts';
import { openContext } from './open-context.ts';
import { serveWorld } from './store-world.ts';

/** A page of one person, in a browser profile of their own. */
export type OpenAs = (who: string, path: string, options?: PageOptions) => Promise<Page>;

interface PageOptions {
  readonly language?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

/**
 * A test over a store with people: `openAs('city drafter', '/drafts')` opens a page as one of them. It fails when any page
 * wrote an error, met its content security policy, or asked for something outside the workbench.
 */
export const worldTest = test
  // biome-ignore lint/correctness/noEmptyPattern: how a fixture says that it needs no other
  .extend('served', { scope: 'file' }, async ({}, { onCleanup }) => {
    const served = await serveWorld();
    onCleanup(() => served.stop());
    return served;
  })
  // biome-ignore lint/correctness/noEmptyPattern: the same
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('complaints', (): Complaints => ({ list: [] }))
  .extend('openAs', async ({ browser, served, complaints }, { onCleanup }): Promise<OpenAs> => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      for (const context of contexts) await context.close();
      expect(complaints.list).toEqual([]);
    });
    return async (who, path, { language = 'zh', theme = 'light', width = 1440 } = {}) => {
      const context = await openContext(browser, served.address, complaints);
      contexts.push(context);
      const token = served.tokens.get(who);
      if (token === undefined) throw new Error(`nobody is ${who}`);
      await context.setExtraHTTPHeaders({ authorization: `Bearer ${token}` });
      await context.addCookies([
        { name: 'tiaoli-language', value: language, url: served.address },
        { name: 'tiaoli-theme', value: theme, url: served.address },
      ]);
      const page = await context.newPage();
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      return page;
    };
  });
