import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { browserTest, expectAccessible } from './browser-test.ts';
import { checked, openDocument } from './editor-page.ts';

const city = 'policies/shandong/zibo/assistance.tiaoli';

browserTest(
  'a document that does not parse is shown, found wrong and mended',
  async ({ page, served }) => {
    const file = join(served.folder, 'shandong/zibo/assistance.tiaoli');
    const source = await readFile(file, 'utf8');
    await writeFile(file, source.slice(0, source.indexOf('确定 重点救助比例')));
    await openDocument(page, city);
    await page.locator('[data-testid=problems] [data-severity=error]').first().waitFor();
    await writeFile(file, source);
    await page.locator('[data-testid=problem-count]', { hasText: '没有问题' }).waitFor();
    await page.goto('/calculator/zibo.assistance');
    await page.getByRole('button', { name: '填一个例子' }).waitFor();
  },
);

browserTest('a folder of more than 200 documents stays quick', async ({ page, served }) => {
  await mkdir(join(served.folder, 'many'), { recursive: true });
  const source = await readFile(join(served.folder, 'patterns/shape-01.tiaoli'), 'utf8');
  for (let index = 0; index < 150; index += 1) {
    const text = source
      .replaceAll('pattern.shape-01', `many.d${index}`)
      .replaceAll('形状01', `第${index}份`);
    await writeFile(join(served.folder, `many/d${index}.tiaoli`), text);
  }
  await page.goto('/documents?on=2026-11-22');
  await page
    .getByRole('status')
    .getByText(/^2\d\d 份文件$/)
    .waitFor();
  await page.getByRole('searchbox').fill('many.d149');
  await page
    .getByRole('link', { name: /第149份/ })
    .first()
    .click();
  await checked(page);
  await page.keyboard.press('Control+p');
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByRole('dialog').getByRole('textbox'))
    .first()
    .fill('many.d77');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/d77.tiaoli');
  await checked(page);
});

browserTest('a slow network shows what is under way and loses nothing', async ({ page }) => {
  await page.route('**/api/**', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await openDocument(page, city);
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('// 慢慢存');
  await page.keyboard.press('Control+s');
  await page.getByTestId('save-state').getByText('正在保存').waitFor();
  await page.keyboard.insertText('，还在写');
  await page.locator('[data-testid=save-state][data-state=unsaved]').waitFor();
  await page.getByText('// 慢慢存，还在写').waitFor();
});

browserTest(
  'a server that is away is said, and what was typed is kept',
  async ({ page, complaints }) => {
    await openDocument(page, city);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('// 断网时写的');
    // What is not noticed as changed yet is not saved.
    await page.locator('[data-testid=save-state][data-state=unsaved]').waitFor();
    await page.route('**/api/**', (route) => route.abort());
    await page.keyboard.press('Control+s');
    const bar = page.getByTestId('bar-failure');
    await bar.waitFor();
    await expectAccessible(page);
    await page.unroute('**/api/**');
    await bar.getByRole('button', { name: '再试一次' }).click();
    await page.locator('[data-testid=save-state][data-state=saved]').waitFor();
    // The browser itself notes what did not come through.
    expect(complaints.list.splice(0).every((each) => each.includes('net::ERR_FAILED'))).toBe(true);
  },
);

browserTest.for([
  ['a phone', 390, 844],
  ['the narrowest window, which is also 1280 at 400%', 320, 640],
  ['a screen of 1440 at 200%', 720, 450],
] as const)('the editor in %s', async ([, width, height], { page }) => {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await openDocument(page, city);
  await page.getByRole('tab', { name: '算例' }).click();
  await page.getByTestId('examples').waitFor();
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
  await expectAccessible(page);
});

browserTest(
  'with the keyboard alone: open, write, go from pane to pane, save',
  async ({ page }) => {
    await page.goto('/documents?on=2026-11-22');
    const other = page.getByRole('link', { name: '公共定义', exact: true });
    await other.waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
    await page.getByRole('searchbox').focus();
    await page.keyboard.insertText('zibo.assistance');
    const title = page.getByRole('link', { name: /淄博市淄川区医疗救助政策/ }).first();
    await title.waitFor();
    await other.waitFor({ state: 'detached' });
    const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent');
    for (let step = 0; step < 40 && !(await focused()).startsWith('淄博市淄川区'); step += 1) {
      await page.keyboard.press('Tab');
    }
    expect(await focused()).toContain('医疗救助政策');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/editor/**');
    await checked(page);
    const panes = new Set<string>();
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('F6');
      panes.add(
        await page.evaluate('document.activeElement.closest("[data-pane]")?.dataset.pane ?? ""'),
      );
    }
    expect(panes.size).toBeGreaterThanOrEqual(4);
    while (
      (await page.evaluate('document.activeElement.closest("[data-pane]")?.dataset.pane')) !==
      'editor'
    ) {
      await page.keyboard.press('F6');
    }
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('// 键盘写的');
    await page.keyboard.press('Control+s');
    await page.locator('[data-testid=save-state][data-state=saved]').waitFor();
  },
);
