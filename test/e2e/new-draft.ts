import type { Page } from 'playwright-core';
import { expectAccessible } from './browser-test.ts';

/** Begins a draft of the city's document on the page of drafts, and opens it. */
export async function newDraft(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '新建草稿' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('从哪份现行文件改起').click();
  await page.getByTitle('city的办法').click();
  await dialog.getByLabel('草稿名称').fill(title);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '开始起草' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
}
