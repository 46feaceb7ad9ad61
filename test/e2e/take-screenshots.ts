// Takes the pictures of the README anew: `npm run screenshots`. Look at them before they are committed.
import { join } from 'node:path';
import { buildWorkbench } from '@tiaoli/web';
import type { Page } from 'playwright-core';
import { checked, replaceText } from './editor-page.ts';
import { launchBrowser } from './launch-browser.ts';
import { servePolicies } from './serve-policies.ts';

const folder = join(import.meta.dirname, '../../docs');

const pictures: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async documents(page) {
    await page.goto('/documents?on=2026-11-22');
    await page.getByRole('link', { name: '公共定义', exact: true }).waitFor();
  },
  async editor(page) {
    await page.goto('/editor/policies/shandong/zibo/assistance.tiaoli');
    await checked(page);
    await page.getByRole('tab', { name: '算例' }).click();
    await page.locator('[data-testid=examples][data-failed="0"]').waitFor();
    await replaceText(page, '重点救助比例 = 75%', '重点救助比例 = 60%');
    await page.locator('[data-testid=examples]:not([data-failed="0"])').waitFor();
    await page.waitForTimeout(1000);
  },
  async calculator(page) {
    await page.goto('/calculator/taiyuan.resident-inpatient');
    await page.getByRole('button', { name: '选别的例子' }).click();
    await page.getByRole('menuitem', { name: '一个人的一年' }).click();
    await page.getByText('55,000.00').first().waitFor();
    await page.waitForTimeout(1000);
  },
  async compare(page) {
    const sides = {
      old: 'taiyuan.employee-outpatient@2023-01-01',
      new: 'taiyuan.employee-outpatient@2024-07-01',
    };
    await page.goto(`/compare?${new URLSearchParams(sides)}`);
    await page.getByText('个人负担最多减少 1,000.00元').first().waitFor();
    await page.waitForTimeout(1000);
  },
};

await buildWorkbench();
const served = await servePolicies();
const browser = await launchBrowser();
try {
  for (const [name, open] of Object.entries(pictures)) {
    const context = await browser.newContext({
      baseURL: served.address,
      locale: 'zh-CN',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await open(page);
    await page.screenshot({ path: join(folder, `workbench-${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await served.stop();
}
