import type { Page } from 'playwright-core';

/** Opens a document, at the line on which `text` stands when one is given, and waits for its findings. */
export async function openDocument(page: Page, path: string, line?: number): Promise<void> {
  await page.goto(`/editor/${encodeURI(path)}${line === undefined ? '' : `?line=${line}`}`);
  await checked(page);
}

/** Waits until the newest text has been checked. */
export async function checked(page: Page): Promise<void> {
  await page.locator('[data-checked-version][data-state=ready]').waitFor();
}

/** Waits until the examples of the newest text have been run. */
export async function examplesRun(page: Page): Promise<void> {
  const version = await page.locator('[data-checked-version]').getAttribute('data-checked-version');
  await page.locator(`[data-examples-version="${version}"]`).waitFor();
}

/** The line of the first place of `text`, counted from 1. */
export function lineOf(source: string, text: string): number {
  return source.slice(0, source.indexOf(text)).split('\n').length;
}

/** Selects a place of `text`, as a reader does: with the search of the editor. Each key finds the focus where it belongs. */
export async function findInText(page: Page, text: string): Promise<void> {
  const inText = page.locator('.monaco-editor.focused').first();
  await page.locator('.monaco-editor').first().click();
  await inText.waitFor();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.locator('.find-widget.visible .monaco-inputbox.synthetic-focus').first().waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  // The search looks a moment after the last key: before it has found the place, Enter goes nowhere.
  await page
    .locator('.find-widget .matchesCount')
    .filter({ hasText: /^\D*[1-9]/ })
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'detached' });
  await inText.waitFor();
}

/** Types `after` in the place of `before`, which stands once. */
export async function replaceText(page: Page, before: string, after: string): Promise<void> {
  await findInText(page, before);
  await page.keyboard.insertText(after);
}

/** What the status line says about the text: 已保存 or 未保存. */
export function saveState(page: Page): Promise<string | null> {
  return page.getByTestId('save-state').textContent();
}
