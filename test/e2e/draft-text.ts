import type { Page } from 'playwright-core';
import { checked, replaceText } from './editor-page.ts';

/** The draft of a page as the server has it. */
export async function storedText(page: Page): Promise<string> {
  const answer = await page.request.get(draftAddress(page));
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()).text;
}

/** Waits until the draft is shown in the editor, and checked. */
export async function draftOpened(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^草稿文本/ }).waitFor();
  await checked(page);
}

/** What stands in the lines that are drawn, with the hints of the editor between. */
export async function shownText(page: Page): Promise<string> {
  const lines = await page.locator('[data-testid=editor] .view-line').allTextContents();
  return lines.join('\n').replaceAll('\u00A0', ' ');
}

/** Types `to` in the place of `from` in the draft, and waits until that is saved. */
export async function rewrite(page: Page, from: string, to: string): Promise<void> {
  await draftOpened(page);
  const saved = savedNow(page);
  await replaceText(page, from, to);
  await saved;
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
}

/** Writes the whole text anew, and waits until that is saved. */
export async function writeText(page: Page, text: string): Promise<void> {
  await draftOpened(page);
  await page.locator('.monaco-editor').first().click();
  const saved = savedNow(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await saved;
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
}

async function savedNow(page: Page): Promise<void> {
  await page.waitForResponse(
    (response) =>
      response.request().method() === 'PUT' &&
      response.url().endsWith(draftAddress(page)) &&
      response.ok(),
  );
}

function draftAddress(page: Page): string {
  const { pathname } = new URL(page.url());
  return `/api/v1${pathname}`;
}
