import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { codeOf, generateCatalogue } from '../bench/catalogue/generate-catalogue.ts';
import { browserTest, expectAccessible } from './browser-test.ts';

const drugs = encodeURIComponent('policies/national/drug-list-example.tiaoli/药品目录');
const shanxi = `/catalogues?catalogue=${drugs}&place=${encodeURIComponent('山西省')}&on=2025-06-01`;

browserTest(
  'rows are found as one types, by pinyin too, with who changed them',
  async ({ page }) => {
    await page.goto(shanxi);
    const table = page.getByRole('region', { name: '目录的行' });
    await table.getByRole('row').nth(50).waitFor();
    await page.getByText('示例目录，不是政策').waitFor();
    const words = page.getByRole('searchbox');
    await words.pressSequentially('ynzj');
    await page.getByRole('status').getByText('有效 52 行，找到 1 行').waitFor();
    const row = table.getByRole('row', { name: /示例院内制剂/ });
    expect(await row.textContent()).toBe(
      'SX000000000000000000001示例院内制剂乙30元10%2024-07-01山西省',
    );
    await expectAccessible(page);
    await words.fill('XS000000000000000000003');
    await table.getByRole('button', { name: 'XS000000000000000000003' }).press('Enter');
    const drawer = page.getByRole('dialog', { name: 'XS000000000000000000003' });
    await drawer.getByText('山西省增加或改动').waitFor();
    await drawer.getByText('26.062659元').waitFor();
    await drawer.getByRole('link', { name: /山西省药品目录调整（示例）/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await words.fill('没有这种药');
    await page.getByText('没有找到含有这些词的行。').waitFor();
  },
);

browserTest('editions are compared, kind by kind, in both languages', async ({ page }) => {
  await page.goto(`${shanxi}&view=changes&since=2024-06-30`);
  await page.getByText('52 行变为 52 行，共 3 项不同').waitFor();
  const table = page.getByRole('region', { name: '两个版本的差别' });
  expect(await table.getByRole('row').count()).toBe(4);
  await page.getByRole('button', { name: '改价 1' }).click();
  await table.getByRole('rowheader', { name: /^SX/ }).waitFor({ state: 'detached' });
  expect(await table.getByRole('row').count()).toBe(2);
  expect(await table.getByRole('row').nth(1).textContent()).toContain('限价26.062659元 → 12.5元');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Catalogues' }).waitFor();
  await page.getByText('3 differ').waitFor();
  await page.getByRole('button', { name: 'Repriced 1' }).click();
  await page.getByText('26.062659 yuan').waitFor();
  await expectAccessible(page);
});

const largeList = `语言 1
文件「大目录」 { 标识 shandong.large-list； 层级 省 山东省； 施行 自 2020-01-01； 取整 四舍五入到分 }
枚举 档次 { 甲；乙；丙 }
目录 大目录 来源 "large-list.csv" 等级 示例 {
  键 编码：文本；
  列 名称：文本；
  列 类别：档次；
  列 限价：金额/单位 0元/单位..1万元/单位 或 不限；
  列 先付比例：比例 0%..100% 小数 4 或 无；
  生效 开始日、结束日；
}
`;

browserTest(
  'one row among 200,000 is found, and the newest words win',
  async ({ page, served }) => {
    const folder = join(served.folder, 'shandong');
    await writeFile(join(folder, 'large-list.csv'), generateCatalogue({ seed: 7, rows: 200_000 }));
    await writeFile(join(folder, 'large-list.tiaoli'), largeList);
    const large = encodeURIComponent('policies/shandong/large-list.tiaoli/大目录');
    await page.goto(`/catalogues?catalogue=${large}&on=2024-06-01`);
    const status = page.getByRole('status').first();
    await status.getByText('有效 175,000 行，找到 175,000 行').waitFor();
    const words = page.getByRole('searchbox');
    await words.pressSequentially('shiliyaopin1', { delay: 20 });
    await words.fill('slyp123456');
    await status.getByText('找到 1 行').waitFor();
    await page.getByRole('button', { name: codeOf(123_456) }).waitFor();
    await words.fill(codeOf(60_000).slice(-7));
    await page.getByRole('button', { name: codeOf(60_000) }).waitFor();
    await page.getByRole('tab', { name: '比较版本' }).click();
    await page.getByText('25,000 行变为 175,000 行').waitFor();
    await page.getByRole('button', { name: '新增 150,000' }).waitFor();
  },
);

browserTest(
  'a narrow window, a catalogue that is not there, rows that cannot be read',
  async ({ page, complaints, served }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(shanxi);
    await page.getByRole('button', { name: 'SX000000000000000000001' }).waitFor();
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    await expectAccessible(page);
    await page.goto('/catalogues?catalogue=none');
    await page.getByText('没有这个目录').waitFor();
    await writeFile(join(served.folder, 'shanxi/drug-list-example-ended.csv'), '编码\n');
    await page.goto(shanxi);
    await page.getByText(/drug-list-example-ended\.csv 缺少或有错误/).waitFor();
    // The browser itself notes that there was no answer.
    complaints.list.splice(0);
  },
);
