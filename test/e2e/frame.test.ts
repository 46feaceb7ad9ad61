import { expect } from 'vitest';
import { browserTest, expectAccessible } from './browser-test.ts';
import { findAndGo } from './find-and-go.ts';

browserTest('the frame stands in both languages and both lights', async ({ page }) => {
  await page.goto('/');
  await page.waitForURL('**/documents');
  expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Documents' }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.getByRole('button', { name: /Appearance/ }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await page.waitForSelector('html[data-scheme=dark]');
  await page.reload();
  expect(await page.getAttribute('html', 'data-scheme')).toBe('dark');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('qf');
  await page.getByRole('option', { name: '起付' }).first().waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '中文' }).click();
  await page.waitForSelector('html[lang=zh-CN]');
  await expectAccessible(page);
});

browserTest('everything with a name is found by the keyboard alone', async ({ page }) => {
  await findAndGo(page);
});

browserTest('an address that is not there says so and leads back', async ({ page, complaints }) => {
  const answer = await page.goto('/nothing-here');
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { name: '没有这一页' }).waitFor();
  await page.getByRole('link', { name: '回到政策文件' }).click();
  await page.waitForURL('**/documents');
  // The browser itself notes that the address was not found.
  expect(complaints.list.splice(0)).toEqual([expect.stringContaining('404')]);
});

browserTest(
  'before the script of a page has come, its language can be chosen',
  async ({ browser, served }) => {
    const context = await browser.newContext({
      baseURL: served.address,
      locale: 'zh-CN',
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto('/unification?province=青海省&on=2025-12-01');
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForURL('**/unification?province=*');
    await page.getByRole('link', { name: 'Documents' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await context.close();
  },
);

browserTest(
  'the script of a page takes over what stands there, and builds nothing anew',
  async ({ page }) => {
    await page.addInitScript(`addEventListener('DOMContentLoaded', () => {
    globalThis.written = document.querySelector('form[action="/api/language"]');
  })`);
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      await page.emulateMedia({ reducedMotion });
      await page.goto('/unification?province=青海省&on=2025-12-01');
      await page.getByText('没有可以比较的').waitFor();
      expect(
        await page.evaluate('globalThis.written !== null && globalThis.written.isConnected'),
      ).toBe(true);
    }
  },
);

browserTest('title and icon come in the head of each page', async ({ served }) => {
  for (const path of ['/documents', '/simulate', '/compare', '/nothing-here']) {
    const html = await (await fetch(`${served.address}${path}`)).text();
    const head = html.slice(0, html.indexOf('</head>'));
    expect(head).toMatch(/<title>[^<]*条例/);
    expect(head).toMatch(/<link rel="icon" [^>]*icon\.svg/);
  }
  const icon = await fetch(`${served.address}/favicon.ico`);
  expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
});
