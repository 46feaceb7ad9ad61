import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './browser-test.ts';

/** From the list of documents: a place, a clause, a code of a catalogue and a page, by sound, by initials, by words, and while an input method composes. */
export async function findAndGo(page: Page): Promise<void> {
  await page.goto('/documents');
  const handbook = page.getByRole('link', { name: '手册' });
  await handbook.focus();
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: /页面、文件/ });
  await field.waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'hidden' });
  expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('/handbook');

  await goTo(page, 'jns', /^济南市 地方/);
  await page.waitForURL(/documents\?place=/);
  await page.getByRole('heading', { name: '济南市' }).waitFor();
  expect(await page.getByRole('heading', { name: '太原市' }).count()).toBe(0);

  await openPalette(page);
  const session = await page.context().newCDPSession(page);
  const composed = { text: "pu'tong'men'zhen", selectionStart: 16, selectionEnd: 16 };
  await session.send('Input.imeSetComposition', composed);
  await page
    .getByRole('option', { name: /普通门诊/ })
    .first()
    .waitFor();
  await session.send('Input.insertText', { text: '太原 普通门诊 2024' });
  const version = page.getByRole('option', { name: /太原市职工医保普通门诊统筹 自 2024-07-01/ });
  await version.waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await goTo(page, '示例药品0', /XS0{21} /);
  await page.waitForURL(/catalogues\?/);
  expect(await page.getByRole('searchbox').inputValue()).toBe('XS000000000000000000000');

  await goTo(page, '没有这样的东西', undefined);
  await goTo(page, 'tyqk', /^统一情况 页面/);
  await page.waitForURL('**/unification');
}

/** Chooses the option by the arrows; without one nothing is found. */
async function goTo(page: Page, words: string, name: RegExp | undefined): Promise<void> {
  await openPalette(page);
  const field = page.getByRole('combobox', { name: /页面、文件/ });
  await page.keyboard.type(words);
  if (name === undefined) {
    await page.getByRole('status').filter({ hasText: '没有找到' }).waitFor();
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'hidden' });
    return;
  }
  const option = page.getByRole('option', { name }).first();
  await option.waitFor();
  for (let step = 0; step < 40; step += 1) {
    if ((await option.getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press('ArrowDown');
  }
  expect(await field.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
  await page.keyboard.press('Enter');
}

/** What is typed before the field has the focus would go elsewhere. */
async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect
    .poll(() => page.evaluate('document.activeElement?.getAttribute("role")'), { timeout: 20_000 })
    .toBe('combobox');
}
