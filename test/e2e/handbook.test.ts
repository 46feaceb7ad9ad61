import { expect } from 'vitest';
import { browserTest, expectAccessible } from './browser-test.ts';
import { checked, replaceText } from './editor-page.ts';
import { shoot } from './shoot.ts';

const looks = [
  { language: 'zh', theme: 'light', title: '条例是做什么的', heading: '手册目录' },
  {
    language: 'en',
    theme: 'dark',
    title: 'What Tiaoli is for',
    heading: 'Contents of the handbook',
  },
] as const;

browserTest.for(looks)(
  'every page in $language and $theme, from the first to the last, without a barrier',
  { timeout: 600_000 },
  async ({ language, theme, title, heading }, { page, served }) => {
    await page.context().addCookies([
      { name: 'tiaoli-language', value: language, url: served.address },
      { name: 'tiaoli-theme', value: theme, url: served.address },
    ]);
    await page.goto('/handbook');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('navigation', { name: heading }).waitFor();
    const next = page.locator('a[rel=next]');
    let seen = 1;
    while ((await next.count()) > 0) {
      await expectAccessible(page);
      const address = page.url();
      await next.click();
      await page.waitForURL((url) => url.href !== address);
      seen += 1;
    }
    expect(seen).toBe(20);
    await shoot(page, `handbook-${language}`);
  },
);

browserTest(
  'words are found on all pages, and a heading leads to its place',
  async ({ page, complaints }) => {
    await page.goto('/handbook/layers');
    await page.getByLabel('在手册里找').fill('below-lower-bound');
    await page.getByText(/^找到 \d+ 处$/).waitFor();
    await page.getByRole('link', { name: '每一个问题代码 · below-lower-bound' }).click();
    await page.waitForURL('**/handbook/findings#below-lower-bound');
    const entry = page.locator('#below-lower-bound');
    await expect.poll(async () => (await entry.boundingBox())?.y).toBeLessThan(300);
    await page.getByLabel('在手册里找').fill('没有这样的词');
    await page.getByText('找到 0 处').waitFor();
    await expectAccessible(page);
    const missing = await page.goto('/handbook/no-such-page');
    expect(missing?.status()).toBe(404);
    // The browser itself notes that the address was not found.
    expect(complaints.list.splice(0)).toEqual([expect.stringContaining('404')]);
  },
);

browserTest('it fits on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/handbook/tables');
  await page.getByRole('heading', { level: 1, name: '表和分段' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

browserTest('a finding in the editor leads to its entry', async ({ page, context }) => {
  await page.goto('/editor/policies/shandong/zibo/assistance.tiaoli');
  await checked(page);
  await replaceText(page, '重点救助比例 = 75%', '重点救助比例 = 60%');
  const finding = page.locator('[data-code=below-lower-bound]').first();
  const opened = context.waitForEvent('page');
  await finding.getByRole('link', { name: 'below-lower-bound' }).click();
  const entry = await opened;
  await entry.locator('#below-lower-bound').waitFor();
  expect(entry.url()).toContain('/handbook/findings#below-lower-bound');
});

browserTest(
  'the tour by keyboard: on, back, left, and begun again from the help',
  async ({ page }) => {
    await page.goto('/documents');
    const offer = page.getByRole('region', { name: /^第一次来/ });
    await offer.waitFor();
    await expectAccessible(page);
    await offer.getByRole('button', { name: '看一分钟导览' }).press('Enter');
    // Without a store there are no inbox and no proposals: five places.
    await page.getByText('第 1 步，共 5 步').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.getByText('第 2 步，共 5 步').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('第 3 步，共 5 步').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('第 2 步，共 5 步').waitFor();
    await shoot(page, 'tour');
    await page.keyboard.press('Escape');
    await page.getByText(/^第 \d 步/).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: '帮助' }).waitFor();
    expect(await offer.count()).toBe(0);
    await page.getByRole('button', { name: '帮助' }).press('Enter');
    await page.getByRole('menuitem', { name: '看一分钟导览' }).click();
    await page.getByText('第 1 步，共 5 步').waitFor();
    for (let step = 1; step < 5; step += 1) await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: '看完了' }).press('Enter');
    await page.getByText(/^第 \d 步/).waitFor({ state: 'detached' });
  },
);
