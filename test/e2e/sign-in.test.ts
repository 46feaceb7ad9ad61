import type { BrowserContext } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible } from './browser-test.ts';
import { launchBrowser } from './launch-browser.ts';
import type { Complaints } from './open-context.ts';
import { openContext } from './open-context.ts';
import { serveStore } from './serve-store.ts';

const password = '五月的济南柳絮飘过大明湖';

const storeTest = test
  // biome-ignore lint/correctness/noEmptyPattern: how a fixture says that it needs no other
  .extend('served', { scope: 'file' }, async ({}, { onCleanup }) => {
    const served = await serveStore();
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
  .extend(
    'context',
    async ({ browser, served, complaints }, { onCleanup }): Promise<BrowserContext> => {
      const context = await openContext(browser, served.address, complaints);
      onCleanup(async () => {
        await context.close();
        // That a request is refused is what some of these tests ask for.
        expect(complaints.list.filter((each) => !/status of (401|422)/.test(each))).toEqual([]);
      });
      return context;
    },
  );

storeTest(
  'the first administrator is made by the link that was printed, signs out, and signs in again where they were',
  async ({ context, served }) => {
    const page = await context.newPage();
    await page.goto('/compare');
    await page.waitForURL(/\/sign-in\?next=%2Fcompare$/);
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await expectAccessible(page);
    expect((await page.request.get('/api/sources')).status()).toBe(401);
    await page.goto(served.setUpLink);
    await page.getByRole('heading', { name: '首次设置' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('地区名称').fill('山东省');
    await page.getByLabel('姓名').fill('张伟');
    await page.getByLabel('登录名').fill('zhang.wei');
    await page.getByLabel('新密码', { exact: true }).fill('password1234');
    await page.getByLabel('再输一次新密码').fill('password1234');
    await page.getByRole('button', { name: '完成设置并登录' }).click();
    await page.getByText('这个密码很多人在用').waitFor();
    await page.getByLabel('新密码', { exact: true }).fill(password);
    await page.getByLabel('再输一次新密码').fill(password);
    await page.getByRole('button', { name: '完成设置并登录' }).click();
    await page.getByTitle('当前登录：张伟').waitFor();
    // Texts go through drafts: whoever is signed in may not write into the folder beside the store.
    const path = '/api/sources/policies/shandong/premium-subsidy.tiaoli';
    const { revision } = await (await page.request.get(path)).json();
    const headers = { 'if-match': `"${revision}"` };
    const refused = await page.request.put(path, { headers, data: { text: '语言 1\n' } });
    expect([refused.status(), (await refused.json()).detail]).toEqual([
      403,
      expect.stringContaining('草稿'),
    ]);
    expect((await (await page.request.get(path)).json()).revision).toBe(revision);
    // The link is good once.
    await page.goto('/set-up');
    await page.goto(served.setUpLink);
    await page.reload();
    await page.getByRole('heading', { name: '链接无效' }).waitFor();
    await page.goto('/services?x=1');
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL(/\/sign-in$/);
    await page.goto('/services?x=1');
    await page.waitForURL(/sign-in\?next=/);
    await page.getByLabel('登录名').fill('zhang.wei');
    await page.getByLabel('密码').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('登录名或密码不对').waitFor();
    await page.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/services\?x=1$/);
  },
  180_000,
);

storeTest(
  'a session that ends under one’s hands is begun again over the page, and what was typed is still there',
  async ({ context }) => {
    const page = await context.newPage();
    await page.goto('/sign-in?next=/documents');
    await page.getByLabel('登录名').fill('zhang.wei');
    await page.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(({ pathname }) => pathname === '/documents');
    const search = page.getByRole('searchbox');
    await search.fill('门诊');
    await context.clearCookies();
    await page.evaluate("dispatchEvent(new Event('tiaoli-signed-out'))");
    const dialog = page.getByRole('dialog', { name: '登录已经结束' });
    await dialog.waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('登录名').fill('zhang.wei');
    await dialog.getByLabel('密码').fill(password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await search.inputValue()).toBe('门诊');
    expect((await page.request.get('/api/v1/me')).status()).toBe(200);
  },
  120_000,
);

storeTest(
  'in English, in the dark and on a narrow screen it is all there',
  async ({ context, served }) => {
    await context.addCookies([
      { name: 'tiaoli-language', value: 'en', url: served.address },
      { name: 'tiaoli-theme', value: 'dark', url: served.address },
    ]);
    const page = await context.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await expectAccessible(page);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
  },
  60_000,
);
