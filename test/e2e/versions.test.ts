import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { expectAccessible } from './browser-test.ts';
import { shoot } from './shoot.ts';
import { worldTest } from './world-test.ts';

worldTest(
  'what is in force on a day, what was known on one, and the text of a version',
  async ({ openAs }) => {
    const page = await openAs('city analyst', '/versions?on=2024-06-01');
    const row = page.getByRole('listitem').filter({ hasText: 'city的办法' });
    await row.getByText('有效').waitFor();
    await row.getByText('自 2024-01-01 起').waitFor();
    await expectAccessible(page);
    await shoot(page, 'versions');
    // Nothing was known before it was published.
    await page.goto('/versions?on=2024-06-01&known=2024-06-01');
    await row.getByText('未发布').waitFor();
    await page.goto('/versions?on=2025-06-01');
    await row.getByText('自 2025-01-01 起').waitFor();
    await row.getByRole('link', { name: 'city的办法' }).click();
    const rows = page.getByRole('row').filter({ hasText: '发布' });
    await rows.nth(1).waitFor();
    expect(await rows.count()).toBe(2);
    await page.getByText('确定 支付比例 = 60%').waitFor();
    await page.getByText('city-publisher').first().waitFor();
    await shoot(page, 'document');
    await page.getByRole('link', { name: '看第 1 号的文本' }).click();
    await page.getByText('确定 支付比例 = 55%').waitFor();
    await expectAccessible(page);
  },
);

worldTest('English, dark and narrow', async ({ openAs }) => {
  const page = await openAs('city analyst', '/versions?on=2025-06-01', {
    ...{ language: 'en', theme: 'dark', width: 390 },
  });
  await page.getByText('in force', { exact: true }).first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  await shoot(page, 'versions-narrow');
});

worldTest(
  'the trail: chosen, verified, taken away; nothing of it for others',
  async ({ openAs }) => {
    const page = await openAs('city auditor', '/audit');
    await page.getByRole('row').filter({ hasText: '发布版本' }).first().waitFor();
    await page.getByLabel('文字、编号、散列值').fill('publish-version');
    await page.getByText(/符合 2 条/).waitFor();
    await page.getByRole('button', { name: '校验链条' }).click();
    await page.getByText(/链条完整：\d+ 条记录/).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ]);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv.split('\r\n').filter((line) => line.includes('"publish-version"'))).toHaveLength(2);
    await expectAccessible(page);
    await shoot(page, 'audit');
    const other = await openAs('city drafter', '/audit');
    await other.getByText('您不能查看审计记录').waitFor();
    expect(await other.getByRole('link', { name: '审计' }).count()).toBe(0);
  },
);

worldTest('rolled back, and repealed, by whoever publishes', async ({ openAs, served }) => {
  const path = `/versions/${served.world.documents.city.id}`;
  const reader = await openAs('city analyst', path);
  await reader.getByText('确定 支付比例 = 60%').waitFor();
  expect(await reader.getByRole('button', { name: '废止' }).count()).toBe(0);
  const page = await openAs('city publisher', path);
  await page.getByRole('button', { name: '回退：第 1 号的文本' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('施行日期').fill('2028-01-01');
  await dialog.getByLabel('施行日期').press('Enter');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '回退', exact: true }).click();
  await page.getByText('恢复第 1 号的文本').waitFor();
  await page.getByRole('button', { name: '废止' }).click();
  await dialog.getByLabel('自哪天起不再有效').fill('2029-01-01');
  await dialog.getByLabel('自哪天起不再有效').press('Enter');
  await dialog.getByLabel('理由').fill('并入省办法');
  await dialog.getByRole('button', { name: '废止' }).click();
  await page
    .getByRole('row')
    .filter({ hasText: '并入省办法' })
    .getByText('自 2029-01-01 起')
    .waitFor();
  await shoot(page, 'timeline');
});
