import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './browser-test.ts';
import { shoot, worldTest } from './world-test.ts';

async function newDraft(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '新建草稿' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('从哪份现行文件改起').click();
  await page.getByTitle('city的办法').click();
  await dialog.getByLabel('草稿名称').fill(title);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '开始起草' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}

/** Changes the text of the draft, and waits until it is saved. */
async function rewrite(page: Page, from: string, to: string): Promise<void> {
  const text = page.getByLabel('草稿文本');
  const before = await text.inputValue();
  expect(before).toContain(from);
  await text.fill(before.replace(from, to));
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
}

worldTest(
  'two people on one draft: nothing typed is lost, each clause is chosen',
  async ({ openAs, complaints }) => {
    const first = await openAs('city drafter', '/drafts');
    await newDraft(first, '两人同改');
    const second = await openAs('city drafter', new URL(first.url()).pathname);
    await second.getByLabel('草稿文本').waitFor();
    await rewrite(first, '60%', '61%');
    const text = second.getByLabel('草稿文本');
    await text.fill((await text.inputValue()).replace('60%', '69%'));
    await second
      .getByText(/已先保存，您的改动还没有保存/)
      .first()
      .waitFor();
    await expectAccessible(second);
    await shoot(second, 'conflict');
    // What was typed outlives the page.
    await second.reload();
    await second.getByText('已恢复上次留在本机、没有保存的改动。').waitFor();
    expect(await text.inputValue()).toContain('69%');
    await text.press('End');
    await text.pressSequentially(' ');
    const choice = second.getByRole('radiogroup');
    await choice.getByRole('radio', { name: '我的' }).check();
    const refused = complaints.list.splice(0);
    expect(refused.every((each) => each.includes('412')) && refused.length).toBe(2);
    await second.getByRole('button', { name: '按所选保存' }).click();
    await second.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    await first.reload();
    await first.getByLabel('草稿文本').waitFor();
    expect(await first.getByLabel('草稿文本').inputValue()).toContain('69%');
  },
);

worldTest('English, dark and narrow', async ({ openAs }) => {
  for (const path of ['/inbox', '/drafts', '/proposals?show=all']) {
    const page = await openAs('city drafter', path, {
      ...{ language: 'en', theme: 'dark', width: 390 },
    });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  }
});
