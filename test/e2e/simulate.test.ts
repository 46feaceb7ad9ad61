import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserTest, expectAccessible } from './browser-test.ts';

const sides = {
  old: 'taiyuan.employee-outpatient@2023-01-01',
  new: 'taiyuan.employee-outpatient@2024-07-01',
};
const pair = `/simulate?${new URLSearchParams(sides)}`;
const population = '山西省-S-1';
/** A run that no other test has made. */
const swapped = `/simulate?${new URLSearchParams({ old: sides.new, new: sides.old, population })}`;

browserTest(
  'a sample is made, run, read, kept over a reload, and taken along as files',
  async ({ page, served }) => {
    await page.goto('/documents');
    await page.getByRole('link', { name: '测算' }).click();
    await page.getByText('这里还没有人群。').waitFor();
    await expectAccessible(page);
    await page.goto(pair);
    expect(await hasCharts(page)).toBe(false);
    await page.getByRole('button', { name: '生成示例人群' }).click();
    await choose(page, '省份', '山西省');
    // Stopped, it leaves nothing behind; asked for again, it is made.
    await page.getByRole('button', { name: '生成这个人群' }).click();
    await page.getByRole('button', { name: '停止任务' }).click();
    await page.getByRole('button', { name: '生成这个人群' }).click();
    await page.getByText('2025 年 · 10,000 人').waitFor({ timeout: 90_000 });
    const run = page.getByRole('button', { name: '开始测算' });
    await run.click();
    await page.getByRole('heading', { name: '数据与方法' }).waitFor({ timeout: 90_000 });
    const report = page.getByRole('article', { name: /影响测算/ });
    await report.getByRole('heading', { name: /^基金支付增加/ }).waitFor();
    await report.getByText('合成数据：这些人和结算都是按公布的全国数字生成的').waitFor();
    await report.getByRole('img', { name: /^各层支付的变化/ }).waitFor();
    await report.getByRole('table', { name: '各层支付的变化' }).waitFor();
    await expectAccessible(page);
    expect(await hasCharts(page)).toBe(true);
    const address = page.url();
    expect(new URL(address).searchParams.get('run')).toMatch(/^[0-9a-f]{64}$/);
    await page.reload();
    await report.getByRole('heading', { name: '数据与方法' }).waitFor();
    expect(page.url()).toBe(address);
    const json = await downloaded(page, '下载数据（JSON）');
    const result = JSON.parse(json.text);
    expect(result.format).toBe('tiaoli-simulation');
    expect(result.population.isSynthetic).toBe(true);
    expect(json.name).toContain('合成数据');
    const html = await downloaded(page, '下载网页（HTML）');
    expect(html.text).toContain('合成数据');
    expect((await downloaded(page, '下载表格（CSV）')).text).toContain('合成数据');
    expect((await downloaded(page, '下载报告（Word）')).text.slice(0, 2)).toBe('PK');
    await stays(page, served.folder);
  },
  240_000,
);

/** What was changed since is said, and nothing is taken away until the reader asks. */
async function stays(page: Page, folder: string): Promise<void> {
  const path = join(folder, 'shanxi/taiyuan/employee-outpatient.tiaoli');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('年内合计 不超过 300元', '年内合计 不超过 301元'));
  await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
  const outdated = page.getByRole('status').filter({ hasText: '文件或人群已有改动' });
  await outdated.waitFor();
  await page.getByRole('heading', { name: '数据与方法' }).waitFor();
}

browserTest(
  'which deductible costs so much more: asked, estimated, answered, and who is behind it',
  async ({ page }) => {
    const illness = {
      old: 'shandong.resident-critical-illness@2019-01-01',
      new: 'shandong.resident-critical-illness@2023-01-01',
    };
    await page.goto(`/simulate?${new URLSearchParams({ ...illness, population })}`);
    await page.getByText('还要问什么').click();
    await chooseValue(page, '反求：哪个数');
    await page.getByLabel('目标', { exact: true }).fill('-100万元');
    // The next answer is given before the page has come to the address of this one.
    await page.getByLabel('目标', { exact: true }).press('Enter');
    await chooseValue(page, '逐点测算：哪个数');
    await page.getByText('敏感性：').click();
    await page.getByRole('button', { name: '填写账目' }).click();
    const accounts = page.getByLabel(/^账目（可从/);
    await accounts.fill('城市\t年收入\t年初结余\n太原市\t一亿\t5\n');
    await page.getByRole('button', { name: '用这份账目' }).click();
    await page.getByText('账目有误，没有采用').waitFor();
    await accounts.fill('城市\t年收入\t年初结余\n太原市\t1000000000\t500000000\n');
    await page.getByRole('button', { name: '用这份账目' }).click();
    await page.getByText('已填账目').waitFor();
    for (const [name, value] of assumed) {
      await page.getByLabel(name, { exact: true }).fill(value);
      await page.getByLabel(name, { exact: true }).press('Enter');
    }
    await expect
      .poll(() => new URL(page.url()).searchParams.get('threshold'), { timeout: 20_000 })
      .toBe('省居民人均可支配收入=2万元；普通监测线=60%；边缘监测线=30%');
    await page.getByText(/大约需要 \d+ (秒|分钟)，把人群读 \d+ 遍/).waitFor();
    const asked = new URL(page.url()).searchParams;
    expect(asked.get('target')).toBe('change=-100万元');
    expect(asked.get('sweep')).toMatch(/^大病起付=/);
    await expectAccessible(page);
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.getByRole('heading', { name: '数据与方法' }).waitFor({ timeout: 110_000 });
    await page.getByRole('heading', { name: /^要达到 .*「大病起付」取|达不到/ }).waitFor();
    await page.getByRole('heading', { name: /^「大病起付」从 .* 到/ }).waitFor();
    await page.getByRole('table', { name: '各地基金收支和调剂' }).waitFor();
    expect(await scrolled(page, '各地，')).toEqual([]);
    await page
      .getByRole('heading', { name: /^「因病致贫返贫预警」新列入 .* 人，不再列入/ })
      .waitFor();
    await page.getByText(/^假设（示例）：「因病致贫返贫预警」按 .*普通监测线=60%/).waitFor();
    // By keyboard from a bar to its people, and to one person under both versions.
    await page.getByRole('button', { name: '看「大病保险」的案例' }).press('Enter');
    await page.getByText('只列与「大病保险」有关的案例').waitFor();
    await page
      .getByRole('button', { name: /：两版对照结算$/ })
      .first()
      .press('Enter');
    await page.getByText('第 1 次结算').waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await scrolled(page, '')).toEqual([]);
  },
  240_000,
);

/** Numbers of the list of the province, which nobody published. */
const assumed = [
  ['省居民人均可支配收入', '2万元'],
  ['普通监测线', '60'],
  ['边缘监测线', '30%'],
] as const;

/** Labels of tables that are wider than their place. */
function scrolled(page: Page, label: string): Promise<readonly string[]> {
  return page.evaluate(
    `[...document.querySelectorAll('[aria-label$="可左右滚动"]')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .map((each) => each.getAttribute('aria-label'))
      .filter((label) => label.startsWith('${label}') && !/案例|的人/.test(label))`,
  );
}

async function chooseValue(page: Page, label: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill('大病起付');
  await page.getByTitle('大病起付（草案 14000 元）').last().click();
}

browserTest('the impact of a pair, in English, dark and narrow', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/compare?${new URLSearchParams({ ...sides, view: 'impact', population })}`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('heading', { name: 'Data and method' }).waitFor({ timeout: 90_000 });
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
  await expectAccessible(page);
});

browserTest(
  'a population or a version that is not there, a damaged file, a run that is stopped',
  async ({ page, complaints, served }) => {
    await page.goto(`${pair}&population=${encodeURIComponent('没有')}`);
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.getByText('没有这个人群。').waitFor();
    const other = { ...sides, new: 'taiyuan.nothing', population };
    await page.goto(`/simulate?${new URLSearchParams(other)}`);
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.getByText('找不到文件「taiyuan.nothing」').waitFor();
    // A run that the server does not know is begun anew, and can be stopped.
    await page.goto(`${swapped}&run=${'0'.repeat(64)}`);
    await page.getByRole('button', { name: '停止任务' }).click();
    await page.getByText('没有留下没做完的结果').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.has('run')).toBe(false);
    await expectAccessible(page);
    const people = join(served.folder, '../populations', population);
    await writeFile(join(people, 'claims-0000.parquet'), 'PAR1');
    await page.getByRole('button', { name: '重新测算' }).click();
    await page.getByRole('alert').getByText('不能这样测算').waitFor({ timeout: 90_000 });
    await rm(people, { recursive: true });
    complaints.list.splice(0);
  },
);

/** Whether the page was given the library that draws charts, by a name that only it writes. */
async function hasCharts(page: Page): Promise<boolean> {
  const names: readonly string[] = await page.evaluate(
    "performance.getEntriesByType('resource').map(({ name }) => name)",
  );
  const scripts = names.filter((name) => name.split('?')[0]?.endsWith('.js'));
  const texts = await Promise.all(
    scripts.map(async (name) => (await page.request.get(name)).text()),
  );
  return texts.some((text) => text.includes('_echarts_instance_'));
}

async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).press('ArrowDown');
  await page.getByTitle(value, { exact: true }).last().click();
}

async function downloaded(
  page: Page,
  button: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
