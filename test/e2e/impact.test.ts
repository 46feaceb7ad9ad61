import { expect } from 'vitest';
import { expectAccessible } from './browser-test.ts';
import { demoTest, signInAs } from './demo-test.ts';
import { shoot } from './shoot.ts';

demoTest(
  'the check of a proposal tells what it costs, on people of its province',
  async ({ page }) => {
    await signInAs(page, '山东省审核');
    await page.goto('/proposals?show=all');
    await page.getByRole('link', { name: /提高边缘救助对象年度限额/ }).click();
    await page.getByRole('button', { name: '运行检查' }).click();
    await page.getByRole('progressbar', { name: '正在检查' }).waitFor();
    await page.reload();
    const impact = page.getByRole('region', { name: '测算影响' });
    await impact.waitFor({ timeout: 800_000 });
    await impact.getByText(/合成数据，不是真人：山东省示例人群（规模 M，种子 1）/).waitFor();
    await impact.getByRole('img').first().waitFor();
    await impact.getByText('医疗救助', { exact: true }).first().waitFor();
    await expectAccessible(page);
    await impact.scrollIntoViewIfNeeded();
    await shoot(page, 'proposal-impact');
  },
  900_000,
);

demoTest(
  'a proposal is held against what is in force with one click, and its table of revisions is a Word file',
  async ({ page }) => {
    await signInAs(page, '山东省审核');
    await page.goto('/proposals?show=all');
    await page.getByRole('link', { name: /提高边缘救助对象年度限额/ }).click();
    await page.getByRole('link', { name: '与现行版本对照' }).click();
    await page.getByText('这份提案').first().waitFor();
    await page.getByRole('button', { name: '开始对照' }).click();
    const result = page.getByRole('region', { name: '对照结果' });
    await result.waitFor({ timeout: 600_000 });
    await result.getByRole('cell', { name: '医疗救助', exact: true }).first().waitFor();
    await expectAccessible(page);
    await shoot(page, 'stored-comparison');
    const download = page.waitForEvent('download');
    await result.getByRole('button', { name: /Word/ }).click();
    expect((await download).suggestedFilename()).toMatch(/修订对照表\.docx$/);
    // The address alone shows the same.
    await page.reload();
    await result.waitFor();
    await page.getByRole('tab', { name: '文件夹里的文件' }).click();
    await page.getByRole('heading', { level: 1 }).last().waitFor();
  },
  900_000,
);

demoTest(
  'an analyst registers people, runs two days of one document over them, and reads the result',
  async ({ page, complaints }) => {
    await signInAs(page, '山东省测算');
    await page.goto('/simulate');
    await page.getByText('本单位还没有数据集').waitFor();
    await page.getByRole('button', { name: '登记数据集' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill('一万人');
    await dialog.getByLabel('保存到哪一天').fill('2020-01-01');
    await dialog.getByLabel('保存到哪一天').press('Enter');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.getByText('保存期限应是今天以后的一天').waitFor();
    expect(complaints.list.splice(0)).toEqual([expect.stringContaining('422')]);
    await dialog.getByLabel('保存到哪一天').fill('2030-01-01');
    await dialog.getByLabel('保存到哪一天').press('Enter');
    await shoot(page, 'dataset-new');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('progressbar', { name: '正在准备数据集' }).waitFor();
    await page.reload();
    await page
      .getByRole('list', { name: '数据集' })
      .getByText('一万人')
      .waitFor({ timeout: 300_000 });
    const asked = page.getByRole('region', { name: '测算什么' });
    await asked.getByLabel('数据集').click();
    await page.getByTitle('一万人').click();
    // Of many documents only those on the screen are there: one is looked for by its name.
    await asked.getByLabel('文件').fill('居民大病保险');
    await page.getByTitle('山东省居民大病保险（2017、2019、2023年三版）').click();
    await page.getByRole('group', { name: '现行' }).getByLabel('文本').click();
    await page
      .getByTitle(/号版本/)
      .last()
      .click();
    await page.getByRole('group', { name: '草案' }).getByLabel('文本').click();
    await page
      .getByTitle(/号版本/)
      .last()
      .click();
    const day = page.getByRole('group', { name: '草案' }).getByLabel('按哪一天的规定');
    await day.fill('2024-01-01');
    await day.press('Enter');
    await expectAccessible(page);
    await shoot(page, 'simulation-asked');
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.getByRole('article').waitFor({ timeout: 300_000 });
    await page.getByRole('heading', { name: /^基金支付增加/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('run')).not.toBeNull();
    await shoot(page, 'simulation-run');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Word/ }).click();
    expect((await download).suggestedFilename()).toMatch(/影响测算.*\.docx$/);
    await page.getByRole('list', { name: '数据集' }).getByRole('button', { name: '删除' }).click();
    const deletion = page.getByRole('dialog');
    await deletion.getByLabel('理由').fill('不再需要');
    await deletion.getByRole('button', { name: '删除' }).click();
    await page.getByText('本单位还没有数据集').waitFor();
    await page.getByText('数据集已删除').waitFor();
    await shoot(page, 'simulation-deleted');
  },
  900_000,
);
