import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { World } from '../store/world.ts';
import { expectAccessible } from './browser-test.ts';
import { draftOpened, rewrite, shownText, storedText } from './draft-text.ts';
import { checked, findInText, replaceText } from './editor-page.ts';
import { newDraft } from './new-draft.ts';
import { shoot } from './shoot.ts';
import { worldTest } from './world-test.ts';

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
  await reviewer.getByTitle('province-publisher', { exact: true }).waitFor();
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
    await draftOpened(author);
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
    await draftOpened(author);
    expect(await shownText(author)).toContain('= 62%');
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
    await draftOpened(second);
    await rewrite(first, '60%', '61%');
    await replaceText(second, '60%', '69%');
    await second
      .getByText(/已先保存，您的改动还没有保存/)
      .first()
      .waitFor();
    await expectAccessible(second);
    await shoot(second, 'conflict');
    // What was typed outlives the page.
    await second.reload();
    await second.getByText('已恢复上次留在本机、没有保存的改动。').waitFor();
    await draftOpened(second);
    expect(await shownText(second)).toContain('= 69%');
    const choice = second.getByRole('radiogroup');
    await choice.getByRole('radio', { name: '我的' }).check();
    const refused = complaints.list.splice(0);
    expect(refused.every((each) => each.includes('412')) && refused.length).toBe(2);
    await second.getByRole('button', { name: '按所选保存' }).click();
    await second.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    expect(await shownText(second)).toContain('= 69%');
    await first.reload();
    await draftOpened(first);
    expect(await shownText(first)).toContain('= 69%');
  },
);

/** A text is saved a second after the last key. */
const patience = { timeout: 20_000 };

/** Enters characters as an input method does: they are underlined until they are chosen. */
async function compose(
  page: Page,
  steps: readonly string[],
  chosen: string,
): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  for (const text of steps) {
    const end = text.length;
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: end,
      selectionEnd: end,
    });
  }
  return async () => {
    await devtools.send('Input.insertText', { text: chosen });
    await devtools.detach();
  };
}

worldTest(
  'a draft is checked as one types, with what is in force around it',
  async ({ openAs }) => {
    const page = await openAs('city drafter', '/drafts');
    await newDraft(page, '边写边查');
    await draftOpened(page);
    await replaceText(page, '= 60%', '= 80%');
    const finding = page.locator('[data-code=above-upper-bound]');
    await finding.waitFor();
    // The line is another than in force.
    await page.getByTestId('in-force').waitFor();
    await expectAccessible(page);
    await shoot(page, 'draft-finding');
    await finding.getByRole('button', { name: '改为 70%' }).click();
    await finding.waitFor({ state: 'detached' });

    // To the province's text and back.
    await findInText(page, '据 province.rules');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F12');
    const bar = page.getByTestId('bar-read-only');
    await bar.waitFor();
    await page.keyboard.insertText('不许写进来');
    await expect.poll(() => shownText(page)).toContain('省办法');
    expect(await shownText(page)).not.toContain('不许写进来');
    await expectAccessible(page);
    await bar.getByRole('button', { name: '回到草稿' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    expect(await storedText(page)).toContain('= 70%');

    // The checking service dies: what is typed is there, and is saved.
    await checked(page);
    const worker = page.workers().find((each) => each.url().endsWith('/language.js'));
    worker?.evaluate('self.close()').catch(() => undefined);
    await page.getByTestId('bar-restarting').waitFor();
    await rewrite(page, '= 70%', '= 68%');
    expect(await storedText(page)).toContain('= 68%');
    await page.getByTestId('bar-restarting').waitFor({ state: 'detached' });
  },
  200_000,
);

worldTest(
  'what is composed with an input method outlasts a save and a conflict',
  async ({ openAs, complaints }) => {
    const page = await openAs('city drafter', '/drafts');
    await newDraft(page, '拼音输入');
    await draftOpened(page);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('// ');
    // The save of what was typed before is answered in the midst of it.
    const choose = await compose(page, ['q', 'qi', 'qifu'], '起付');
    await page.waitForResponse((response) => response.request().method() === 'PUT');
    await choose();
    await expect.poll(() => shownText(page)).toContain('// 起付');
    await expect.poll(() => storedText(page), patience).toMatch(/\/\/ 起付$/);

    const other = await openAs('city drafter', new URL(page.url()).pathname);
    await rewrite(other, '60%', '61%');
    await replaceText(page, '60%', '69%');
    const chooseAgain = await compose(page, ['%', '%b'], '% // 比例');
    await page
      .getByText(/已先保存，您的改动还没有保存/)
      .first()
      .waitFor();
    await chooseAgain();
    const choice = page.getByRole('radiogroup');
    await choice.getByText('% // 比例').waitFor();
    await choice.getByRole('radio', { name: '我的' }).check();
    await page.getByRole('button', { name: '按所选保存' }).click();
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
    await expect.poll(() => storedText(page), patience).toContain('= 69%% // 比例');
    const refused = complaints.list.splice(0);
    expect(refused.every((each) => each.includes('412')) && refused.length > 0).toBe(true);
  },
  200_000,
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
