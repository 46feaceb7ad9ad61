import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { browserTest, expectAccessible } from './browser-test.ts';

const address = '/unification?province=山东省&on=2025-12-01';

browserTest(
  'a cell tells both clauses, and the names stay while the cities scroll',
  async ({ page }) => {
    await page.goto(address);
    const table = page.getByRole('table');
    const row = table.getByRole('row', { name: /^重点救助限额/ });
    await row.getByRole('button', { name: /不同 33000元/ }).click();
    const dialog = page.getByRole('dialog', { name: '重点救助限额：省与泰安市' });
    await dialog.getByText('年度救助限额由不低于1万元提高到不低于3万元').waitFor();
    await dialog.getByText('年度限额3.3万元').waitFor();
    await dialog.getByRole('link', { name: '泰政办发〔2022〕14号 条「重点救助对象」' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 390, height: 800 });
    const name = table.getByRole('rowheader', { name: /^重点救助限额/ });
    const city = table.getByRole('columnheader', { name: /^泰安市/ });
    const [before, cityBefore] = [await name.boundingBox(), await city.boundingBox()];
    await page.getByRole('region', { name: /对照表/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await city.boundingBox())?.x).toBeLessThan(cityBefore?.x ?? 0);
    expect((await name.boundingBox())?.x).toBe(before?.x);
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    await expectAccessible(page);
  },
);

browserTest('what is alike can be left out; an invented value says so', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('rowheader', { name: /^边缘起付/ }).waitFor();
  await page.getByRole('checkbox', { name: '只看不一致的参数' }).check();
  expect(await page.getByRole('rowheader', { name: /^边缘起付/ }).count()).toBe(0);
  await page
    .getByRole('row', { name: /^因病致贫起付/ })
    .getByRole('button', { name: /示例/ })
    .click();
  await page.getByRole('dialog').getByText('这个值是自拟的示例').waitFor();
});

browserTest(
  'a city out of bounds stands out as soon as its document says so',
  async ({ page, served }) => {
    await page.goto(address);
    const row = page.getByRole('row', { name: /^重点救助比例/ });
    await row.getByRole('button', { name: /75%/ }).waitFor();
    const path = join(served.folder, 'shandong/zibo/assistance.tiaoli');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('重点救助比例 = 75%', '重点救助比例 = 60%'));
    await row.getByRole('button', { name: /超出授权 60%/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('alert')
      .getByText(/低于.*不低于70%/)
      .waitFor();
  },
);

browserTest(
  'a document with errors leaves its city unknown, and is named',
  async ({ page, served }) => {
    const path = join(served.folder, 'shandong/zibo/assistance.tiaoli');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('确定 重点救助比例 = 75%', '确定 没有这个参数 = 75%'));
    await page.goto(address);
    await page.getByText(/淄博市的 .*assistance\.tiaoli 有错误/).waitFor();
    const row = page.getByRole('row', { name: /^重点救助比例/ });
    await row.getByRole('button', { name: '文件有错误，取值不明' }).waitFor();
  },
);

browserTest(
  'provinces without cities, wrong provinces, another language',
  async ({ page, complaints }) => {
    await page.goto('/unification?province=青海省&on=2025-12-01');
    await page.getByText('没有可以比较的').waitFor();
    await page.goto('/unification?province=火星省&on=2025-12-01');
    await page.getByText('没有这个省的文件。').waitFor();
    // The browser itself notes that there was no answer.
    complaints.list.splice(0);
    await page.goto(address);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Unification' }).waitFor();
    await page.getByRole('button', { name: /^different 33000 yuan set by the city$/ }).waitFor();
    await expectAccessible(page);
  },
);
