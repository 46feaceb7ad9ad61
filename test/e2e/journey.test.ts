import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { browserTest } from './browser-test.ts';
import { checked, findInText, replaceText } from './editor-page.ts';

const city = 'shanxi/taiyuan/resident-inpatient-2023.tiaoli';
const province = 'shanxi/resident-critical-illness.tiaoli';
const unified = 'shanxi/resident-inpatient-2025.tiaoli';

browserTest(
  'a drafter opens a document, mends a slip, completes, renames, runs examples, settles a year and keeps it',
  async ({ page, served }) => {
    await page.goto('/documents?on=2026-11-22');
    await page
      .getByRole('link', { name: '太原市城乡居民基本医疗保险住院待遇（2023）', exact: true })
      .click();
    await checked(page);
    await page.getByRole('tab', { name: '算例' }).click();
    const green = page.locator('[data-testid=examples][data-failed="0"]');
    await green.waitFor();

    // A slip, its finding, its remedy.
    await replaceText(page, '起付 每年 大病起付；', '起付 每年 大病起伏；');
    const finding = page.locator('[data-code=unresolved-name]').first();
    await finding.waitFor();
    await finding.getByRole('button', { name: /大病起付/ }).click();
    await finding.waitFor({ state: 'detached' });

    // The province's parameter under another name, in every document.
    await findInText(page, '大病起付；');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('F2');
    await page.locator('.rename-box input:focus').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('起付线');
    await page.keyboard.press('Enter');
    const renamed = page.getByTestId('bar-renamed');
    await renamed.waitFor();
    await checked(page);

    // Completed by the initials of its pinyin.
    await replaceText(page, '起付 每年 起付线', '起付 每年 ');
    await page.keyboard.type('qfx');
    const first = page.locator('.suggest-widget .monaco-list-row').first();
    await first.waitFor();
    expect(await first.textContent()).toContain('起付线');
    await page.keyboard.press('Enter');
    await checked(page);
    expect(await page.getByTestId('problem-count').textContent()).toMatch(/^没有问题/);

    // An example turns red with a number, and green again without it.
    await replaceText(page, '1000元 | 60%', '1000元 | 61%');
    await page.locator('[data-testid=examples]:not([data-failed="0"])').waitFor();
    await replaceText(page, '1000元 | 61%', '1000元 | 60%');
    await green.waitFor();
    await renamed.getByRole('button', { name: '全部保存' }).click();
    await page.getByTestId('said').getByText('3 份文件都已保存').waitFor({ state: 'attached' });
    for (const path of [city, province, unified]) {
      expect(await readFile(join(served.folder, path), 'utf8')).toContain('起付线');
    }

    // A year, settled, kept as an example, and found again.
    await page.goto('/calculator/taiyuan.resident-inpatient');
    await page.getByRole('button', { name: '选别的例子' }).click();
    await page.getByRole('menuitem', { name: '一个人的一年' }).click();
    await page.getByText('55,000.00').first().waitFor();
    await page.getByRole('button', { name: '存为算例' }).click();
    await page.getByRole('textbox', { name: '算例名称' }).fill('工作台存的一年');
    await page.getByRole('button', { name: '写进文件' }).click();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /在编辑器里看第 \d+ 行/ })
      .click();
    await page.waitForURL('**/editor/**');
    await checked(page);
    await page.reload();
    await checked(page);
    await page.getByRole('tab', { name: '算例' }).click();
    await green.waitFor();
    await page.getByTestId('examples').getByText('工作台存的一年').waitFor();
  },
);
