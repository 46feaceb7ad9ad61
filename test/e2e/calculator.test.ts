import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserTest, expectAccessible } from './browser-test.ts';

const document = '/calculator/taiyuan.resident-inpatient';
const file = 'shanxi/taiyuan/resident-inpatient-2023.tiaoli';

async function fillExample(page: Page, name: string): Promise<void> {
  await page.goto(document);
  await page.getByRole('button', { name: '选别的例子' }).click();
  await page.getByRole('menuitem', { name }).click();
  await page.getByText('已按所填内容算好。').waitFor();
}

/** What a payer bears, as the last row of sums has it. */
async function sumsOf(page: Page): Promise<readonly string[]> {
  const table = page.getByRole('region', { name: '各支付方付多少' });
  const cells = await table.locator('tfoot tr').first().locator('td').allInnerTexts();
  return cells.map((each) => each.trim());
}

browserTest('a document is chosen, and only what matters is asked', async ({ page }) => {
  await page.goto('/calculator');
  await page.getByRole('searchbox').fill('taiyuan.resident');
  await page.getByRole('link', { name: /太原市城乡居民基本医疗保险住院待遇/ }).click();
  const day = page.getByLabel('哪一天结算？');
  await day.waitFor();
  expect(await page.getByRole('textbox', { name: /甲类费用/ }).count()).toBe(0);
  await day.pressSequentially('２０２３年３月１日');
  const cost = page.getByRole('textbox', { name: /甲类费用/ });
  await cost.waitFor();
  expect(await day.evaluate('document.activeElement.value')).toBe('２０２３年３月１日');
  await cost.fill('1e5');
  await page.getByText('不能用科学记数法').waitFor();
  await expectAccessible(page);
  await cost.fill('2万');
  await page.getByLabel(/医院按几类收费标准收费/).click();
  await page.getByTitle('一类', { exact: true }).last().click();
  await page.getByText('已按所填内容算好。').waitFor();
  expect(await sumsOf(page)).toEqual(['20,000.00', '100%']);
  expect(await page.getByText(/^其余 \d+ 项与本次结果无关$/).count()).toBe(1);
  expect(page.url()).toMatch(/taiyuan\.resident-inpatient$/);
  await page.reload();
  await page.getByText('已按所填内容算好。').waitFor();
  expect(await page.getByLabel('哪一天结算？').inputValue()).toBe('2023-03-01');
});

browserTest('a year of claims says who pays what, and why each number', async ({ page }) => {
  await fillExample(page, '一个人的一年');
  expect(await sumsOf(page)).toEqual(['70,000.00', '135,000.00', '55,000.00', '260,000.00']);
  await page.getByRole('tab', { name: '第 4 笔 2023-11-01' }).click();
  await page.getByRole('button', { name: /^超过限额.*85,100\.00$/ }).click();
  await page.getByText('每年 70,000.00，此前已付 35,100.00').first().waitFor();
  const link = page.getByRole('link', { name: /在编辑器里看第 \d+ 行/ }).first();
  expect(await link.getAttribute('href')).toContain(`/editor/policies/${file}?line=`);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
});

browserTest('on paper there is the settlement and nothing else', async ({ page }) => {
  await fillExample(page, '急诊1万元');
  await page.emulateMedia({ media: 'print' });
  const sheet = page.getByRole('article');
  await sheet.getByRole('heading', { name: '医疗费用结算说明' }).waitFor();
  const text = await sheet.textContent();
  expect(text).toContain('taiyuan.resident-inpatient@2023-01-01');
  expect(text).toContain('4,750.00');
  expect(text).toContain('条「起付标准和支付比例」');
  expect(await page.getByRole('button').count()).toBe(0);
  expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
});

browserTest(
  'a case is saved as an example, and nobody is overwritten',
  async ({ page, served }) => {
    const path = join(served.folder, file);
    await fillExample(page, '急诊1万元');
    await page.getByRole('button', { name: '存为算例' }).click();
    await page.getByRole('textbox', { name: '算例名称' }).fill('窗口来问的一例');
    const block = page.getByRole('region', { name: '将要写入的算例' });
    await block.getByText('算例「窗口来问的一例」').waitFor();
    await expectAccessible(page);
    const other = `${await readFile(path, 'utf8')}\n// 别人写的一行\n`;
    await writeFile(path, other);
    const save = page.getByRole('button', { name: '写进文件' });
    await save.click();
    await page.getByText('文件刚被别人改过').waitFor();
    expect(await readFile(path, 'utf8')).toBe(other);
    await save.click();
    await page.getByText(`已经写进 policies/${file}。`).waitFor();
    const written = await readFile(path, 'utf8');
    expect(written.startsWith(other)).toBe(true);
    expect(written).toContain('算例「窗口来问的一例」');
  },
);

browserTest('a household pays from the accounts of its members', async ({ page }) => {
  await page.goto('/calculator/taiyuan.employee-account');
  await page.getByRole('button', { name: '选别的例子' }).click();
  await page.getByRole('menuitem', { name: /互助范围之外/ }).click();
  await page.getByText('已按所填内容算好。').waitFor();
  // 母亲的80元用完，配偶和子女不能出资。
  expect(await sumsOf(page)).toEqual(['450.00', '100%']);
  const result = page.getByRole('region', { name: '结果', exact: true });
  await result.getByText('余额 80.00，付后 0.00，每次最多 1,000.00').waitFor();
  await expectAccessible(page);
  await page.getByLabel('个人账户余额[母亲]').fill('500');
  await result.getByText('余额 500.00，付后 50.00，每次最多 1,000.00').waitFor();
  await page.getByRole('button', { name: '删除第 3 行' }).last().click();
  await result.getByText('余额 500.00，付后').waitFor({ state: 'detached' });
  // 余额不再有人用，但填过的数还在。
  expect(await page.getByLabel('个人账户余额[母亲]').inputValue()).toBe('500.00');
});

browserTest('a claim of a year is voided, and comes back', async ({ page }) => {
  await fillExample(page, '一个人的一年');
  const before = await sumsOf(page);
  await page.getByRole('button', { name: '作废第 1 笔' }).click();
  await page.getByRole('heading', { name: /^已作废：结算 1；/ }).waitFor();
  expect(await sumsOf(page)).not.toEqual(before);
  await expectAccessible(page);
  await page.getByRole('button', { name: '恢复第 1 笔' }).click();
  await page.getByRole('heading', { name: /^已作废/ }).waitFor({ state: 'detached' });
  expect(await sumsOf(page)).toEqual(before);
});
