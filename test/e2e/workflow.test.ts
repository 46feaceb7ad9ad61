import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { World } from '../store/world.ts';
import { expectAccessible } from './browser-test.ts';
import { newDraft } from './new-draft.ts';
import { shoot, worldTest } from './world-test.ts';

/** Changes the text of the draft, and waits until it is saved. */
async function rewrite(page: Page, from: string, to: string): Promise<void> {
  const text = page.getByLabel('草稿文本');
  const before = await text.inputValue();
  expect(before).toContain(from);
  await text.fill(before.replace(from, to));
  await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
}

async function propose(page: Page, name: '提交' | '再次提交', reason: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('施行日期').fill('2027-06-01');
  await dialog.getByLabel('施行日期').press('Enter');
  await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('button', { name, exact: true }).click();
  await page.waitForURL(/\/proposals\//);
}

/** Nobody else can review it; then the publisher may as well, and is given it. */
async function assignToPublisher(reviewer: Page, administrator: Page, world: World): Promise<void> {
  const assign = reviewer.getByRole('button', { name: '分派', exact: true });
  const dialog = reviewer.getByRole('dialog');
  await assign.click();
  await dialog.getByText('本单位没有别的人可以审查它').waitFor();
  await expectAccessible(reviewer);
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const second = world.people.get('province publisher');
  const roles = `/api/v1/users/${second}/roles/${world.places.province}`;
  const given = await administrator.request.put(`${roles}/reviewer`);
  expect(given.ok(), await given.text()).toBe(true);
  await assign.click();
  await dialog.getByLabel('审查人').click();
  await reviewer.keyboard.type('publisher');
  await reviewer.keyboard.press('Enter');
  await shoot(reviewer, 'assign');
  await dialog.getByRole('button', { name: '分派', exact: true }).click();
  await reviewer.getByText('审查人：province-publisher').waitFor();
}

worldTest(
  'a city proposes, the province comments, suggests, checks and approves, the city publishes',
  async ({ openAs, complaints, served }) => {
    const author = await openAs('city drafter', '/drafts');
    await newDraft(author, '提高支付比例');
    await shoot(author, 'draft');
    await expectAccessible(author);
    // Beyond what the province leaves to its cities: refused with the bound.
    await rewrite(author, '60%', '80%');
    await author.getByRole('button', { name: '提交', exact: true }).click();
    const dialog = author.getByRole('dialog');
    await dialog.getByLabel('施行日期').fill('2027-06-01');
    await dialog.getByLabel('施行日期').press('Enter');
    await dialog.getByLabel('理由').fill('基金有结余');
    await dialog.getByRole('button', { name: '提交', exact: true }).click();
    await dialog.getByText(/70%/).waitFor();
    expect(complaints.list.splice(0)).toEqual([expect.stringContaining('422')]);
    await shoot(author, 'propose-refused');
    expect(await dialog.getByLabel('理由').inputValue()).toBe('基金有结余');
    await dialog.getByRole('button', { name: '取消' }).click();
    await rewrite(author, '80%', '65%');
    await propose(author, '提交', '基金有结余');
    await shoot(author, 'proposed');
    await author.getByText('待受理').waitFor();

    const reviewer = await openAs('province reviewer', '/');
    await reviewer.getByRole('link', { name: '受理：提高支付比例' }).waitFor();
    await expectAccessible(reviewer);
    await shoot(reviewer, 'inbox');
    await reviewer.getByRole('link', { name: '受理：提高支付比例' }).click();
    await reviewer.getByRole('button', { name: '受理' }).click();
    await reviewer.getByText('审查中').waitFor();
    const administrator = await openAs('province administrator', '/');
    await assignToPublisher(reviewer, administrator, served.world);
    await reviewer.getByLabel(/^对「.*比例.*」提意见$/).fill('请说明测算依据。');
    await reviewer.getByRole('button', { name: '发送' }).first().click();
    const thread = reviewer.getByRole('article', { name: '一条意见' });
    await thread.getByText('请说明测算依据。').waitFor();
    await thread.getByRole('button', { name: '建议改文' }).click();
    const suggestion = reviewer.getByRole('dialog');
    const area = suggestion.getByLabel('为这一条建议另一种写法');
    await area.fill((await area.inputValue()).replace('65%', '62%'));
    await suggestion.getByRole('button', { name: '建议改文' }).click();
    await thread.getByText('待采纳').waitFor();
    await suggestion.waitFor({ state: 'hidden' });
    await expectAccessible(reviewer);

    // The author finds the comment, takes the suggestion, and proposes again.
    await author.goto('/inbox');
    await author.getByRole('link', { name: '答复意见：提高支付比例' }).click();
    await author.getByRole('button', { name: '采纳并写进草稿' }).click();
    await author.getByText('已采纳').waitFor();
    await author.getByLabel('答复').fill('已按建议调整。');
    await author.getByRole('article').getByRole('button', { name: '发送' }).click();
    await author.getByText('已按建议调整。').waitFor();
    await author.getByRole('link', { name: '打开草稿' }).click();
    await author.getByLabel('草稿文本').waitFor();
    expect(await author.getByLabel('草稿文本').inputValue()).toContain('62%');
    await propose(author, '再次提交', '按建议调整');
    await author.getByText('第 2 轮').waitFor();

    await reviewer.getByText('第 2 轮').waitFor();
    await reviewer.getByRole('button', { name: '受理' }).click();
    await reviewer.getByRole('button', { name: '标为已解决' }).click();
    await reviewer.getByText('已解决').waitFor();
    expect(await reviewer.getByRole('button', { name: '批准' }).isDisabled()).toBe(true);
    await reviewer.getByRole('button', { name: '运行检查' }).click();
    await reviewer.getByRole('progressbar', { name: '正在检查' }).waitFor();
    // It goes on without the page.
    await reviewer.reload();
    await reviewer.getByText('没有妨碍批准或发布的事项。').waitFor();
    await reviewer.getByText('已证明不变').first().waitFor();
    await expectAccessible(reviewer);
    await shoot(reviewer, 'proposal');
    await reviewer.getByRole('button', { name: '批准' }).click();
    await reviewer.getByText(/批准了第 2 轮/).waitFor();

    const publisher = await openAs('city publisher', '/');
    await publisher.getByRole('link', { name: '发布：提高支付比例' }).click();
    await publisher.getByRole('button', { name: '发布' }).click();
    await publisher.getByRole('link', { name: '查看发布成的版本' }).click();
    await publisher.waitForURL(/\/versions\//);
    await publisher.getByText('确定 支付比例 = 62%').waitFor();
    await publisher.goto('/inbox');
    await publisher.getByText('没有等您办的事项。').waitFor();
    // A neighbour sees nothing of it: the address is as one of nothing.
    const foreign = new URL(author.url()).pathname;
    const neighbour = await openAs('sister drafter', '/proposals?show=all');
    await neighbour.getByText('没有提案。').waitFor();
    expect(foreign).toMatch(/^\/proposals\//);
  },
  400_000,
);

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
