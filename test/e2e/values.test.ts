import { expect } from 'vitest';
import { expectAccessible } from './browser-test.ts';
import { draftOpened, shownText } from './draft-text.ts';
import { replaceText } from './editor-page.ts';
import { newDraft } from './new-draft.ts';
import { shoot } from './shoot.ts';
import { worldTest } from './world-test.ts';

/** The machine may be busy. */
const patience = { timeout: 20_000 };

worldTest(
  'a city sets what is left to it on its band, by keyboard, and the text says so',
  async ({ openAs }) => {
    const page = await openAs('city drafter', '/drafts');
    await newDraft(page, '提高支付比例');
    await page.getByRole('heading', { name: '本地可以确定的数值' }).waitFor();
    const slider = page.getByRole('slider', { name: '支付比例' });
    expect(await slider.getAttribute('aria-valuenow')).toBe('60');
    expect(await slider.getAttribute('aria-valuemin')).toBe('50');
    expect(await slider.getAttribute('aria-valuemax')).toBe('70');
    await page.getByText('范围：不低于50%，不超过70%').waitFor();
    await expectAccessible(page);
    await draftOpened(page);
    await slider.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await expect.poll(() => shownText(page), patience).toContain('= 63%');
    // Its own keys do not take the focus away.
    expect(await page.evaluate('document.activeElement?.getAttribute("role")')).toBe('slider');
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    await shoot(page, 'values');
    const number = page.getByRole('spinbutton', { name: '支付比例' });
    await number.fill('80');
    await number.press('Enter');
    await expect.poll(() => shownText(page), patience).toContain('= 80%');
    await page.getByText('规定的上限').waitFor();
    await expectAccessible(page);
    // What is typed in the text is what the band shows.
    await replaceText(page, '= 80%', '= 55.5%');
    await expect.poll(() => slider.getAttribute('aria-valuenow'), patience).toBe('55.5');
    expect(await page.getByText('规定的上限').count()).toBe(0);
  },
  300_000,
);
