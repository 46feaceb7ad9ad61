import { expect } from 'vitest';
import { expectAccessible } from './browser-test.ts';
import { draftOpened, rewrite, shownText } from './draft-text.ts';
import { newDraft } from './new-draft.ts';
import { shoot } from './shoot.ts';
import { worldTest } from './world-test.ts';

/** The machine may be busy. */
const patience = { timeout: 20_000 };

worldTest(
  'what came into force since a draft was begun is brought together with it, clause by clause',
  async ({ openAs, served }) => {
    const page = await openAs('city drafter', '/drafts');
    await newDraft(page, '提高支付比例');
    await rewrite(page, '60%', '63%');
    // Meanwhile the city goes back to its first text.
    const headers = { authorization: `Bearer ${served.tokens.get('city publisher')}` };
    const { documents } = served.world;
    const history = await page.request.get(`/api/v1/documents/${documents.city.id}/versions`, {
      headers,
    });
    const [first] = (await history.json()).versions;
    const back = await page.request.post(`/api/v1/versions/${first.id}/roll-back`, {
      ...{ headers, data: { effectiveFrom: '2025-06-01' } },
    });
    expect(back.status()).toBe(201);
    await page.reload();
    await page.getByText('现行文件已有新的版本').waitFor();
    const choice = page.getByRole('radiogroup', { name: /比例/ });
    await choice.getByText('确定 支付比例 = 55%').waitFor();
    await choice.getByText('确定 支付比例 = 60%').waitFor();
    await expectAccessible(page);
    await shoot(page, 'moved-base');
    await page.getByRole('radio', { name: '我的' }).check();
    // The draft is opened anew with what came of it.
    const before = await page.locator('.monaco-editor').first().elementHandle();
    await page.getByRole('button', { name: '按所选保存' }).click();
    await before?.waitForElementState('hidden');
    await page.getByText('现行文件已有新的版本').waitFor({ state: 'hidden' });
    await draftOpened(page);
    await expect.poll(() => shownText(page), patience).toContain('= 63%');
    // The draft rests on what is in force now: it can be proposed, and saves go on.
    await rewrite(page, '63%', '64%');
    await page.reload();
    await draftOpened(page);
    await expect.poll(() => shownText(page), patience).toContain('= 64%');
    expect(await page.getByText('现行文件已有新的版本').count()).toBe(0);
  },
  300_000,
);
