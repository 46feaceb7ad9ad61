import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserTest, expectAccessible } from './browser-test.ts';
import {
  checked,
  examplesRun,
  findInText,
  lineOf,
  openDocument,
  replaceText,
  saveState,
} from './editor-page.ts';
import { shoot } from './shoot.ts';

const city = 'policies/shandong/zibo/assistance.tiaoli';
const taian = 'policies/shandong/taian/assistance.tiaoli';
const province = 'policies/shandong/assistance-2022.tiaoli';

function fileOf({ folder }: { readonly folder: string }, path: string): string {
  return join(dirname(folder), path);
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.locator('[data-testid=save-state][data-state=saved]').waitFor();
}

/** Puts rows on the clipboard as a spreadsheet does. */
async function pasteCells(page: Page, rows: readonly string[]): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const html = `<table>${rows.join('')}</table>`;
  await page.evaluate(
    `navigator.clipboard.write([new ClipboardItem({ 'text/html': ${JSON.stringify(html)} })])`,
  );
}

browserTest('a value out of its bounds is found, and its remedy taken', async ({ page }) => {
  await openDocument(page, city);
  await page.getByRole('tab', { name: '算例' }).click();
  await page.locator('[data-testid=examples][data-failed="0"]').waitFor();
  await replaceText(page, '重点救助比例 = 75%', '重点救助比例 = 60%');
  const finding = page.locator('[data-code=below-lower-bound]');
  await finding.waitFor();
  expect(await finding.textContent()).toContain('鲁政办发〔2022〕12号');
  const examples = page.locator('[data-testid=examples]:not([data-failed="0"])');
  await examples.waitFor();
  expect(await examples.locator('del').first().textContent()).toContain('.00');
  await expectAccessible(page);
  await finding.getByRole('button', { name: '改为 70%' }).click();
  await finding.waitFor({ state: 'detached' });
  await checked(page);
  expect(await page.getByTestId('problem-count').textContent()).toMatch(/^没有问题/);
});

browserTest(
  'the clause of the cursor is marked, and a clause is gone to',
  async ({ page, served }) => {
    const source = await readFile(fileOf(served, city), 'utf8');
    await openDocument(page, city, lineOf(source, '确定 再救助比例'));
    const clauses = page.getByRole('tabpanel', { name: '条文' });
    const here = clauses.locator('li[aria-current]');
    await here.waitFor();
    expect(await here.textContent()).toContain('再救助');
    await clauses.getByRole('button', { name: '「边缘救助对象」' }).click();
    const line = lineOf(source, '条「边缘救助对象」');
    await page.getByText(`第 ${line} 行，第 1 列`).waitFor();
    expect(await here.textContent()).toContain('边缘救助对象');
  },
);

browserTest('names are completed by their initials', async ({ page }) => {
  await openDocument(page, province);
  await replaceText(page, '别名 "povertyRate"：比例 = 60%', '别名 "povertyRate"：比例 = ');
  await page.keyboard.type('zdjzbl');
  const first = page.locator('.suggest-widget .monaco-list-row').first();
  await first.waitFor();
  expect(await first.textContent()).toContain('重点救助比例');
  await page.keyboard.press('Enter');
  await checked(page);
  expect(await page.getByTestId('problem-count').textContent()).toMatch(/^没有问题/);
});

browserTest('a parameter is renamed in every document', async ({ page, served }) => {
  await openDocument(page, province);
  await findInText(page, '边缘救助比例');
  await page.keyboard.press('F2');
  await page.locator('.rename-box input:focus').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('边缘对象救助比例');
  await page.keyboard.press('Enter');
  const bar = page.getByTestId('bar-renamed');
  await bar.waitFor();
  await checked(page);
  expect(await page.getByTestId('problem-count').textContent()).toMatch(/^没有问题/);
  await bar.getByRole('button', { name: '全部保存' }).click();
  await page
    .getByTestId('said')
    .getByText(/都已保存$/)
    .waitFor({ state: 'attached' });
  for (const path of [province, city, taian]) {
    expect(await readFile(fileOf(served, path), 'utf8')).toContain('边缘对象救助比例');
  }
});

browserTest('a draft survives the page, and is offered', async ({ page, served }) => {
  await openDocument(page, city);
  await page.keyboard.press('Control+Home');
  await replaceText(page, '取整 四舍五入到分', '取整 四舍五入到元');
  await page.locator('[data-testid=draft-state][data-state=kept]').waitFor();
  await page.reload();
  await checked(page);
  const bar = page.getByTestId('bar-draft');
  await bar.getByRole('button', { name: '看差别' }).click();
  const comparison = page.getByTestId('comparison');
  await comparison.waitFor();
  await expectAccessible(page);
  await comparison.getByRole('button', { name: '返回' }).click();
  expect(await saveState(page)).toBe('已保存');
  await bar.getByRole('button', { name: '恢复' }).click();
  await bar.waitFor({ state: 'detached' });
  expect(await saveState(page)).toBe('未保存');
  await save(page);
  expect(await readFile(fileOf(served, city), 'utf8')).toContain('取整 四舍五入到元');
});

browserTest(
  'a change on disk is merged, asked about, or shown at once',
  async ({ page, served }) => {
    const file = fileOf(served, taian);
    const source = await readFile(file, 'utf8');
    await openDocument(page, taian);
    await writeFile(file, `// 外面先改的一行\n${source}`);
    await page.getByText('// 外面先改的一行').waitFor();
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n// 我写的一行');
    const outside = `// 外面又改的一行\n${source}`;
    await writeFile(file, outside);
    const bar = page.getByTestId('bar-changed');
    await bar.getByRole('button', { name: '合并' }).click();
    await bar.waitFor({ state: 'detached' });
    await save(page);
    expect(await readFile(file, 'utf8')).toBe(`${outside}\n// 我写的一行`);

    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('// 我的开头\n');
    const theirs = `// 他们的开头\n${source}`;
    await writeFile(file, theirs);
    await bar.waitFor();
    await page.keyboard.press('Control+s');
    expect(await readFile(file, 'utf8')).toBe(theirs);
    await bar.getByRole('button', { name: '用磁盘上的' }).click();
    await page.getByTestId('bar-draft').getByRole('button', { name: '丢弃' }).click();
    await page.getByTestId('bar-draft').waitFor({ state: 'detached' });
    expect(await saveState(page)).toBe('已保存');
    expect(await readFile(file, 'utf8')).toBe(theirs);
  },
);

browserTest('a document that was deleted while one typed is not lost', async ({ page, served }) => {
  const path = 'policies/新市/医疗救助 (一).tiaoli';
  const file = fileOf(served, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, '语言 1\n\n文件「删除」 {\n  标识 test.deleted；\n}\n');
  await openDocument(page, path);
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('// 还在');
  await page.locator('[data-testid=save-state][data-state=unsaved]').waitFor();
  await rm(file);
  const bar = page.getByTestId('bar-gone');
  await bar.getByRole('button', { name: '重新存为文件' }).click();
  await bar.waitFor({ state: 'detached' });
  await page.locator('[data-testid=save-state][data-state=saved]').waitFor();
  expect(await readFile(file, 'utf8')).toContain('// 还在');
  await rm(file);
  await page.getByRole('heading', { name: '没有这份文件' }).waitFor();
});

browserTest('a dead worker is noticed and started again', async ({ page }) => {
  await openDocument(page, city);
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('// 打了一半');
  await checked(page);
  // While it runs examples it may be silent for minutes.
  await examplesRun(page);
  const worker = page.workers().find((each) => each.url().endsWith('/language.js'));
  worker?.evaluate('self.close()').catch(() => undefined);
  const bar = page.getByTestId('bar-restarting');
  await bar.waitFor();
  await bar.waitFor({ state: 'detached' });
  await page.keyboard.insertText('，又打了一半');
  await checked(page);
  // The lenses have moved the line away.
  await page.keyboard.press('End');
  await page.getByText('打了一半，又打了一半').waitFor();
});

browserTest(
  'a table is edited as a grid, and only its cells change in the text',
  async ({ page, served }) => {
    const path = 'policies/qinghai/employee-outpatient.tiaoli';
    const source = await readFile(fileOf(served, path), 'utf8');
    await openDocument(page, path, lineOf(source, '表 支付比例'));
    const grid = page.getByTestId('table-editor');
    await grid.getByRole('heading', { name: '支付比例' }).waitFor();
    const cell = grid.getByRole('textbox', { name: '二级 在职' });
    await cell.fill('65');
    const found = grid.locator('[data-row="2"] + tr [data-code]');
    await found.waitFor();
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await cell.fill('65%');
    await found.waitFor({ state: 'detached' });
    await cell.press('Enter');
    await grid.locator('[data-row="3"] input[aria-label="三级 在职"]:focus').waitFor();
    await grid.getByRole('button', { name: '在“三级”下面加一行' }).click();
    await grid.locator('[data-row="4"]').waitFor();
    await grid.getByRole('button', { name: '删去“未见 "待填"”这一行' }).click();
    await grid.locator('[data-row="4"]').waitFor({ state: 'detached' });
    await pasteCells(page, [
      '<tr><td>二级</td><td>６６.00％</td><td rowspan="2">0.7</td></tr>',
      '<tr><td>三级</td><td>#N/A</td></tr>',
      '<tr><td>四级</td><td>40%</td><td></td></tr>',
    ]);
    await grid.locator('[data-cell="2 0"] input').focus();
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: '粘贴到“支付比例”' });
    await dialog.getByText('“四级”不是“医院级别”的成员').waitFor();
    await dialog.getByText('会在最后加 1 行').waitFor();
    await dialog.getByRole('radio', { name: '小数（0.85 就是 85%）' }).check();
    await dialog.getByText('共 9 格：改 3 格，不变 4 格，不能写入 2 格').waitFor();
    await expectAccessible(page);
    await shoot(page, 'paste-cells');
    await dialog.getByRole('button', { name: '写入 3 格' }).click();
    await grid.locator('[data-row="4"]').waitFor();
    await grid.getByRole('button', { name: '删去“未见 "待填"”这一行' }).click();
    await grid.locator('[data-row="4"]').waitFor({ state: 'detached' });
    await grid.getByRole('button', { name: '复制整张表' }).click();
    await grid.getByText('已复制').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('二级\t66%\t70%\r\n');
    await save(page);
    expect(await readFile(fileOf(served, path), 'utf8')).toBe(
      source
        .replace('二级     | 60%', '二级     | 66%')
        .replace('三级     | 50%  | 60%', '三级     | 50%  | 70%'),
    );
  },
);
