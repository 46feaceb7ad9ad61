import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { browserTest, expectAccessible } from './browser-test.ts';

browserTest('documents stand by place, as of a chosen day', async ({ page }) => {
  await page.goto('/documents?on=2026-11-22');
  const shandong = page.getByRole('region', { name: '山东省' }).first();
  await shandong.getByText('山东省医疗救助原规定').waitFor();
  expect(await shandong.getByText('已失效').count()).toBe(1);
  await page.goto('/documents?on=2022-09-01');
  await shandong.getByText('尚未施行').first().waitFor();
  expect(await shandong.getByText('已失效').count()).toBe(0);
  await expectAccessible(page);
});

browserTest('documents are found by place, words and state', async ({ page, served }) => {
  await page.goto('/documents?on=2026-11-22');
  const count = page.getByRole('status');
  await count.getByText(/^\d{2,3} 份文件$/).waitFor();
  await page.getByRole('searchbox').fill('淄博市 zibo.assistance');
  await count.getByText(/^1 份文件$/).waitFor();
  await page.getByRole('searchbox').fill('没有这样的文件');
  await page.getByText('没有找到符合条件的文件。').waitFor();
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.getByRole('tree').getByText('太原市').first().click();
  // Every file of the city is a document of its own.
  const files = await readdir(join(served.folder, 'shanxi/taiyuan'));
  const own = files.filter((file) => file.endsWith('.tiaoli')).length;
  await count.getByText(`${own} 份文件`, { exact: true }).waitFor();
});

browserTest(
  'a document that appears in the folder appears on the page',
  async ({ page, served }) => {
    await page.goto('/documents?on=2026-11-22');
    await page.getByRole('region', { name: '淄博市' }).first().waitFor();
    await writeFile(
      join(served.folder, 'shandong/zibo/new.tiaoli'),
      '文件「新写的文件」 { 标识 zibo.new；  层级 市 淄博市 属 山东省；  施行 自 2026-01-01；  取整 四舍五入到分 }\n',
    );
    await page.getByRole('link', { name: '新写的文件', exact: true }).waitFor();
  },
);

browserTest('a narrow window and large letters keep everything in reach', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/documents?on=2026-11-22');
  await page.getByRole('link', { name: '公共定义', exact: true }).waitFor();
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
  await expectAccessible(page);
});
