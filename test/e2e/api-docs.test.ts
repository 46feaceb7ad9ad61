import { expect } from 'vitest';
import { expectAccessible } from './browser-test.ts';
import { shoot } from './shoot.ts';
import { worldTest } from './world-test.ts';

worldTest('every operation of the API, found by a word, with what it takes', async ({ openAs }) => {
  const page = await openAs('city analyst', '/account');
  await page.getByRole('link', { name: '接口文档' }).click();
  await page.getByRole('heading', { name: '接口文档', level: 1 }).waitFor();
  const lines = page.locator('summary');
  await lines.filter({ hasText: '/api/v1/versions/{id}/calculate' }).waitFor();
  const all = await lines.count();
  expect(all).toBeGreaterThan(60);
  await expectAccessible(page);
  await page.getByLabel('地址、名称或说明').fill('saveDraft');
  const one = lines.filter({ hasText: 'PUT /api/v1/drafts/{id}' });
  await expect.poll(() => lines.count()).toBe(1);
  await one.focus();
  await page.keyboard.press('Enter');
  await page.getByText('if-match?: string').waitFor();
  await page.getByText('text: string', { exact: false }).first().waitFor();
  await expectAccessible(page);
  await shoot(page, 'api-docs');
  await page.getByLabel('地址、名称或说明').fill('没有这样的接口');
  await page.getByText('没有符合的接口').waitFor();
});

worldTest('English, dark and narrow', async ({ openAs }) => {
  const page = await openAs('city analyst', '/api-docs', {
    ...{ language: 'en', theme: 'dark', width: 390 },
  });
  const line = page.locator('summary').filter({ hasText: 'POST /api/v1/drafts' }).first();
  await line.click();
  await page.getByText('jurisdictionId: string').first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  await shoot(page, 'api-docs-narrow');
});
