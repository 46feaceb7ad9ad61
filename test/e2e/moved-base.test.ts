import { expect } from 'vitest';
import { expectAccessible } from './browser-test.ts';
import { newDraft } from './new-draft.ts';
import { shoot, worldTest } from './world-test.ts';

worldTest(
  'what came into force since a draft was begun is brought together with it, clause by clause',
  async ({ openAs, served }) => {
    const page = await openAs('city drafter', '/drafts');
    await newDraft(page, '提高支付比例');
    const text = page.getByLabel('草稿文本');
    await text.fill((await text.inputValue()).replace('60%', '63%'));
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
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
    await page.getByRole('button', { name: '按所选保存' }).click();
    await page.getByText('现行文件已有新的版本').waitFor({ state: 'hidden' });
    expect(await text.inputValue()).toContain('确定 支付比例 = 63%');
    // The draft rests on what is in force now: it can be proposed, and saves go on.
    await text.fill((await text.inputValue()).replace('63%', '64%'));
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    await page.reload();
    await text.waitFor();
    expect(await text.inputValue()).toContain('确定 支付比例 = 64%');
    expect(await page.getByText('现行文件已有新的版本').count()).toBe(0);
  },
);
