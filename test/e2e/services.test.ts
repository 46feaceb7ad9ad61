import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserTest, expectAccessible } from './browser-test.ts';

const address = '/services?place=山东省';

async function overflowOf(page: Page): Promise<unknown> {
  return page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}

browserTest(
  'limits before and after, with sums and claims; a service tells its clause',
  async ({ page }) => {
    await page.goto(address);
    const section = page.getByRole('region', { name: /六统一流程再造实施方案$/ });
    await section.getByText('75 → 15').first().waitFor();
    await section.getByText('下降 80.0%').first().waitFor();
    await section.getByText(/总时限：75 → 15，下降 80\.0%，应不低于 50%/).waitFor();
    const row = section.getByRole('row', { name: /^医疗保险关系转移接续/ });
    await row.getByText('下降 66.7%').waitFor();
    await expectAccessible(page);
    await row.getByRole('button', { name: '医疗保险关系转移接续' }).press('Enter');
    const drawer = page.getByRole('dialog', { name: '医疗保险关系转移接续' });
    await drawer.getByText(/45个工作日缩短到15个工作日/).waitFor();
    await drawer.getByText('未见：以前的办理方式资料没有写明').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await overflowOf(page)).toBe(0);
    await expectAccessible(page);
  },
);

browserTest('only what changed, and other days', async ({ page }) => {
  await page.goto(address);
  await page.getByText('显示 3 项，共 3 项').waitFor();
  await page.getByLabel('只看有变化的').click();
  await page.getByTitle('由谁办理').click();
  await page.getByText('显示 1 项，共 3 项').waitFor();
  await page.getByRole('rowheader', { name: /^异地转诊备案/ }).waitFor();
  await page.goto('/services?place=四川省&before=2024-06-01&after=2024-06-02');
  await page.getByText('1 → 1').first().waitFor();
  await page.getByText('没有变化').first().waitFor();
});

browserTest(
  'the due date by the official calendar, and what is not announced',
  async ({ page }) => {
    await page.goto('/services?place=四川省');
    const panel = page.getByRole('region', { name: '办结期限' });
    await panel.getByLabel('受理日').fill('2024-09-30');
    await panel.getByLabel('受理日').press('Enter');
    await panel
      .getByText(/至迟 2024-10-08 办结（含当日）：2024-09-30 受理，1个工作日，其间 7 天/)
      .waitFor();
    await panel.getByLabel('受理日').fill('2031-03-03');
    await panel.getByLabel('受理日').press('Enter');
    await panel.getByText(/放假安排还没有公布/).waitFor();
  },
);

browserTest(
  'a document with errors is named, wrong places and days say what to do',
  async ({ page, served, complaints }) => {
    const path = join(served.folder, 'shandong/referral-filing.tiaoli');
    const text = await readFile(path, 'utf8');
    await writeFile(path, `${text}\n参数 甲：金额 = 没有这个名字；\n`);
    await page.goto(address);
    await page.getByText(/referral-filing\.tiaoli 有错误/).waitFor();
    await page.goto('/services?place=火星省');
    await page.getByText('请从列表里选择一个地方。').waitFor();
    await page.goto(`${address}&before=2024-02-02&after=2024-02-01`);
    await page.getByText('请把两个日期对调。').waitFor();
    // The browser itself notes that there was no answer.
    complaints.list.splice(0);
  },
);

browserTest('in English, in the dark', async ({ page }) => {
  await page.goto(address);
  // What came from the server says that the page hears clicks.
  await page.getByText('75 → 15').first().waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Services', exact: true }).waitFor();
  await page.getByText('down 80.0%').first().waitFor();
  await page.getByRole('button', { name: /Appearance/ }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await page.waitForSelector('html[data-scheme=dark]');
  await expectAccessible(page);
});
