import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import type { Complaints } from './open-context.ts';
import { openContext } from './open-context.ts';
import type { ServedStore } from './serve-store.ts';
import { serveStore } from './serve-store.ts';

export const administratorPassword = '五月的济南柳絮飘过大明湖';

/** A store whose administrator is 张伟 of 山东省 (`zhang.wei`). */
export async function serveAdministered(
  ...options: Parameters<typeof serveStore>
): Promise<ServedStore> {
  const served = await serveStore(...options);
  const [, token = ''] = served.setUpLink.split('#');
  const answer = await fetch(`${served.address}/api/v1/session/set-up`, {
    method: 'POST',
    headers: { origin: served.address, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ token, login: 'zhang.wei', name: '张伟', password: administratorPassword },
      place: { level: 'province', name: '山东省' },
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return served;
}

/**
 * A test over a store with an administrator: `openAs('zhang.wei', password)` signs somebody in, in a browser profile of
 * their own. It fails when a page wrote an error other than that of a refusal, or met its content security policy.
 */
export const administratorTest = test
  // biome-ignore lint/correctness/noEmptyPattern: how a fixture says that it needs no other
  .extend('served', { scope: 'file' }, async ({}, { onCleanup }) => {
    const served = await serveAdministered();
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
  .extend('newPage', async ({ browser, served, complaints }, { onCleanup }) => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      for (const context of contexts) await context.close();
      expect(complaints.list.filter((each) => !/status of (401|409|422)/.test(each))).toEqual([]);
    });
    return async (): Promise<Page> => {
      const context = await openContext(browser, served.address, complaints);
      contexts.push(context);
      return context.newPage();
    };
  })
  .extend('openAs', ({ newPage }) => async (login: string, password: string, path: string) => {
    const page = await newPage();
    await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
    await page.getByLabel('登录名').fill(login);
    await page.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
    return page;
  });
