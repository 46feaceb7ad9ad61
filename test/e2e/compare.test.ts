import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserTest, expectAccessible } from './browser-test.ts';
import { checked, replaceText } from './editor-page.ts';

const old = 'taiyuan.employee-outpatient@2023-01-01';
const now = 'taiyuan.employee-outpatient@2024-07-01';
const taiyuan = `/compare?${new URLSearchParams({ old, new: now })}`;
/** Takes far longer than a test looks at it. */
const long = `/compare?${new URLSearchParams({
  old: 'shandong.resident-critical-illness@2017-01-01',
  new: 'shandong.resident-critical-illness@2023-01-01',
})}`;

browserTest(
  'from the list to the sentence, a cell, its case step by step, and an example of it',
  async ({ page, served }) => {
    await page.goto('/documents?on=2026-11-22');
    const begun = await jobOf(page, () =>
      page.getByRole('link', { name: '与上一版比较「太原市职工医保普通门诊统筹」' }).click(),
    );
    await page.getByText('10 项有变化，其余 9 项全部不变（已证明）').waitFor();
    expect(new URL(page.url()).searchParams.get('new')).toBe(now);
    await page.getByText('个人负担最多减少 1,000.00元').first().waitFor();
    const listed = page.getByRole('navigation', { name: '有变化的结果' }).getByRole('button');
    await listed.nth(1).waitFor();
    expect(await listed.first().textContent()).toContain('个人负担');
    expect(await listed.nth(1).textContent()).toMatch(/门诊统筹(?!\.)/);
    await page.getByRole('button', { name: '数据与方法' }).click();
    await page.getByText(/^分析量：105 个组合/).waitFor();
    await page.getByRole('row', { name: /^现金 变化·精确 12 6/ }).waitFor();
    await page.getByRole('button', { name: '减少 最多 1,000.00 元' }).click();
    await page.getByText('2 处变化，显示 1 处。').waitFor();
    const card = page.getByRole('article', { name: '在职状态：退休；就医类别：门诊' });
    await card
      .getByText(/^来自 /)
      .first()
      .click();
    await card
      .getByRole('link', { name: /条「门诊统筹待遇」/ })
      .first()
      .waitFor();
    await card.getByRole('button', { name: '逐步对照这个案例' }).first().click();
    const steps = card.getByRole('region', { name: /结算步骤/ });
    await steps.getByRole('row', { name: /比例 ?第一处不同 65%.*70%/ }).waitFor();
    await card.getByText('个人负担：2,311.00 → 1,311.00').waitFor();
    const slice = card.getByRole('region', { name: '按一项事实看变化' });
    await slice.getByText('甲类费用 4,300.00：旧 2,311.00，新 1,311.00，变化 -1,000.00').waitFor();
    await slice.getByRole('slider').press('ArrowLeft');
    await slice.getByText('甲类费用 4,299.00：旧 2,310.00，新 1,310.70，变化 -999.30').waitFor();
    await slice.getByRole('row', { name: /3,090.00 → 4,299.99.*门诊统筹/ }).waitFor();
    await expectAccessible(page);
    await card.getByRole('button', { name: '存为算例' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('算例名称').fill('比较得来的算例');
    await dialog.getByText('比较得来的算例').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '写进文件' }).click();
    await dialog.getByRole('status').getByText('已经写进').waitFor();
    const path = join(served.folder, 'shanxi/taiyuan/employee-outpatient.tiaoli');
    expect(await readFile(path, 'utf8')).toContain('比较得来的算例');
    // The example is no other comparison: what is open stays open.
    expect((await nameNow(page)).job).toBe(begun);
    expect(await page.getByRole('status').getByText('文件已有改动').count()).toBe(0);
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    // A rule is: that is said, and nothing is taken away until the reader asks.
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('年内合计 不超过 300元', '年内合计 不超过 301元'));
    expect((await nameNow(page)).job).not.toBe(begun);
    const outdated = page.getByRole('status').filter({ hasText: '文件已有改动' });
    await outdated.waitFor();
    await card.getByText('个人负担：2,311.00 → 1,311.00').waitFor();
    await expectAccessible(page);
    const newer = await jobOf(page, () =>
      outdated.getByRole('button', { name: '重新比较' }).click(),
    );
    expect(newer).not.toBe(begun);
    await outdated.waitFor({ state: 'detached' });
    await page.request.delete(`/api/compare/jobs/${newer}`);
  },
);

browserTest('regions are chosen by fact, by sign, by size, with the keyboard', async ({ page }) => {
  await page.goto(taiyuan);
  await page.getByRole('button', { name: /^门诊统筹.比例自付/ }).press('Enter');
  await page.getByText('6 处变化，显示 6 处。').waitFor();
  await page.getByLabel('变化不少于').fill('1000001');
  await page.getByText('没有符合条件的变化。').waitFor();
  await page.getByRole('button', { name: '清除筛选' }).press('Enter');
  await choose(page, '收费类别', '一类');
  await page.getByText('6 处变化，显示 2 处。').waitFor();
  await choose(page, '在职状态', '退休');
  await page.getByText('6 处变化，显示 1 处。').waitFor();
  await page.getByRole('button', { name: '没有比较（0）' }).waitFor();
});

browserTest('days come earlier or later, they do not become less', async ({ page }) => {
  const sides = {
    old: 'sichuan.handling-services@2021-01-01',
    new: 'sichuan.handling-services@2024-01-01',
  };
  await page.goto(`/compare?${new URLSearchParams(sides)}`);
  await page.getByLabel('增减').press('Enter');
  await page.getByTitle('▲ 推迟').waitFor();
  await page.getByTitle('▼ 提前').waitFor();
});

browserTest('an intent is judged, and the page can be kept', async ({ page }) => {
  await page.goto(taiyuan);
  const intent = page.getByLabel('这一版打算改什么');
  await intent.fill('只影响 {就医类别：门诊}');
  await intent.press('Enter');
  await page.getByText('= 符合意图').waitFor();
  await page.getByText('意图之内有变化。').waitFor();
  expect(new URL(page.url()).searchParams.get('intent')).toBe('只影响 {就医类别：门诊}');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载对照网页（HTML）' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('太原市职工医保普通门诊统筹修订对照表.html');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('10 项有变化，其余 9 项全部不变（已证明）');
  const word = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载修订对照表（Word）' }).click();
  const table = await word;
  expect(table.suggestedFilename()).toBe('太原市职工医保普通门诊统筹修订对照表.docx');
  // What a Word file begins with: it is a zip.
  expect((await readFile(await table.path())).subarray(0, 2).toString()).toBe('PK');
  await page.getByLabel('这一版打算改什么').fill('只影响 {就医类别：急诊}');
  await page.getByRole('button', { name: '核对意图' }).click();
  await page.getByText('意图里的「急诊」').waitFor();
  await page.getByLabel('这一版打算改什么').fill('只影响 {在职状态：退休}');
  await page.getByRole('button', { name: '核对意图' }).click();
  await page.getByText('✗ 不符合意图').waitFor();
  await expectAccessible(page);
});

/** What an accumulator counts: every claim, or those that are no emergency. */
const counting = (name: string, condition: string) => `语言 1
文件「次第${name}」 { 标识 test.later-${name}；层级 省 测试省；施行 自 2024-01-01；取整 四舍五入到分 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金 }
实体 参保人 期 年度 { 输入 姓名：文本 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2024-12-31；
  输入 费用：金额 0元..10万元；
  输入 急诊：布尔；
}
累计 住院次数：整数 = 计数 每年${condition}；
层 住院 {
  支付方 统筹基金；基数 费用；起付 每次 600元 { 次第 住院次数：100%、50%、0% } 比例 60%；
}
层序 总额 费用 { 住院；现金 其余 }
`;

browserTest(
  'claims one after the other, where no single one shows it',
  async ({ page, served }) => {
    await writeFile(join(served.folder, 'later-a.tiaoli'), counting('a', ' 当 非 急诊'));
    await writeFile(join(served.folder, 'later-b.tiaoli'), counting('b', ''));
    const sides = { old: 'test.later-a', new: 'test.later-b' };
    await page.goto(`/compare?${new URLSearchParams(sides)}`);
    await page.getByText('+1（变化·影响以后各次）').first().waitFor();
    const later = page.getByRole('article', { name: '影响以后各次' });
    await later.getByText(/^先后结算 .*最后一次的住院/).waitFor();
    await later.getByRole('button', { name: '逐次对照这几次结算' }).click();
    const second = later.getByRole('region', { name: '第 2 次的结算步骤' });
    await second.getByRole('row', { name: /第一处不同.*600.*300/ }).waitFor();
    // Nothing of the first claim is another.
    await later.getByRole('heading', { name: '第 1 次结算' }).waitFor();
    expect(await later.getByText('第一处不同').count()).toBe(1);
    await later.getByText(/^最后一次的住院：/).waitFor();
    await expectAccessible(page);
  },
);

browserTest(
  'what cannot be made says so, and can be asked for again',
  async ({ page, complaints }) => {
    const problem = {
      ...{
        type: 'about:blank#comparison-part-failed',
        code: 'comparison-part-failed',
        status: 500,
      },
      ...{ title: '这一部分没有做出来。', detail: '请再试一次。' },
    };
    const refuse = { status: 500, contentType: 'application/problem+json', json: problem };
    await page.route(/\/(document|slice)\?/, (route) => route.fulfill(refuse));
    await page.goto(taiyuan);
    await page.getByRole('button', { name: '下载修订对照表（Word）' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('这一部分没有做出来。 请再试一次。').waitFor();
    await page.getByRole('button', { name: '逐步对照这个案例' }).first().click();
    await alert.getByText('没有得到这一部分').nth(1).waitFor();
    await expectAccessible(page);
    await page.unroute(/\/(document|slice)\?/);
    const file = page.waitForEvent('download');
    await alert.first().getByRole('button', { name: '再试一次' }).click();
    expect((await file).suggestedFilename()).toMatch(/\.docx$/);
    // The browser itself notes what it was refused.
    complaints.list.splice(0);
  },
);

browserTest('the editor marks what differs from the version in force', async ({ page }) => {
  await page.goto('/editor/policies/shanxi/taiyuan/employee-outpatient.tiaoli');
  await checked(page);
  await replaceText(page, '年内合计 不超过 300元', '年内合计 不超过 301元');
  const link = page.getByTestId('in-force');
  await link.getByText(/^与现行版本相差 \d+ 处$/).waitFor();
  await page.locator('.cldr[class*="changed"]').first().waitFor();
});

browserTest('declarations, words and bounds; both sides stand in the address', async ({ page }) => {
  await page.goto(taiyuan);
  await page.getByRole('tab', { name: '结构' }).click();
  await page.getByText('60% → 65%（提高5个百分点）').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('tab', { name: '文本' }).click();
  await page.getByText('条文没有改动。').waitFor();
  await page.getByRole('tab', { name: '一致性' }).click();
  await page.getByText('没有可以核对的取值').waitFor();
  expect(new URL(page.url()).searchParams.get('view')).toBe('conformance');
  await page.getByRole('button', { name: '两边对调' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('old')).toBe(now);
  await page.getByRole('tab', { name: '结构' }).click();
  await page.getByText('65% → 60%（降低5个百分点）').first().waitFor();
});

browserTest(
  'a long comparison goes on while the page is loaded anew, and can be stopped',
  async ({ page, complaints }) => {
    await page.goto(long);
    await page.getByText(/^第 [1-9]\d* 项，共 13 项/).waitFor();
    const begun = await jobOf(page, () => page.reload());
    await page.getByText(/^第 [1-9]\d* 项，共 13 项/).waitFor();
    // The pages of the server are not kept waiting.
    expect((await page.request.get('/api/documents')).status()).toBe(200);
    await expectAccessible(page);
    await page.getByRole('button', { name: '停止比较' }).click();
    await page.getByText('没有得出结论，也没有改动任何文件。').waitFor();
    expect((await page.request.get(`/api/compare/jobs/${begun}`)).status()).toBe(404);
    expect(await jobOf(page, () => page.getByRole('button', { name: '重新比较' }).click())).toBe(
      begun,
    );
    await page.getByRole('button', { name: '停止比较' }).click();
    await page.getByText('比较已停止').waitFor();
    complaints.list.splice(0);
  },
);

browserTest(
  'sides that are not there, have errors, have nothing in common, or are the same',
  async ({ page, complaints, served }) => {
    await page.goto(`/compare?${new URLSearchParams({ old: 'taiyuan.nothing', new: now })}`);
    await page.getByText('找不到文件「taiyuan.nothing」').waitFor();
    await expectAccessible(page);
    await page.goto(
      `/compare?${new URLSearchParams({ old: `${old.slice(0, -1)}9999`, new: now })}`,
    );
    await page.getByText('这两边没有比较').waitFor();
    await page.goto(`/compare?${new URLSearchParams({ old: 'shandong.assistance', new: now })}`);
    await page.getByText('这两边没有比较').waitFor();
    const levels = { old: 'shandong.assistance', new: 'taian.assistance', view: 'conformance' };
    await page.goto(`/compare?${new URLSearchParams(levels)}`);
    await page.getByRole('region', { name: '取值与授权的对照表' }).waitFor();
    await expectAccessible(page);
    await page.goto(`/compare?${new URLSearchParams({ old: now, new: now })}`);
    await page.getByText('0 项有变化，其余 19 项全部不变（已证明）').waitFor();
    await page.getByRole('tab', { name: '结构' }).click();
    await page.getByText('两边声明的内容相同。').waitFor();
    const path = join(served.folder, 'shanxi/taiyuan/employee-outpatient.tiaoli');
    await writeFile(path, `${await readFile(path, 'utf8')}\n参数 坏 = \n`);
    await page.goto(taiyuan);
    await page.getByRole('alert').getByText(/错误/).first().waitFor();
    await page.getByRole('alert').getByRole('link').first().waitFor();
    // The browser itself notes that there was no answer.
    complaints.list.splice(0);
  },
);

browserTest('English, dark and narrow', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/compare');
  await page.getByRole('heading', { name: '与上一版比较' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: '太原市职工医保普通门诊统筹', exact: true }).click();
  await page.getByText('10 changed, the other 9 are unchanged, proved').waitFor();
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
  await page.getByRole('button', { name: 'Settle this case step by step' }).first().click();
  await page.getByText('first difference').waitFor();
  await expectAccessible(page);
});

async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).press('ArrowDown');
  // The list that is open, none that is just closing.
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').last();
  await list.getByTitle(value, { exact: true }).click();
}

/** What the page is told of the documents as they are now: it asks when its reader comes back to it. */
async function nameNow(page: Page): Promise<{ readonly job: string }> {
  const answered = page.waitForResponse(
    (response) => response.url().includes('/jobs?') && response.request().method() === 'GET',
  );
  await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
  return (await answered).json();
}

/** The name of the comparison that the page begins or joins. */
async function jobOf(page: Page, act: () => Promise<unknown>): Promise<string> {
  const answered = page.waitForResponse(
    (response) => response.url().includes('/jobs?') && response.request().method() === 'POST',
  );
  await act();
  const answer: { readonly job: string } = await (await answered).json();
  return answer.job;
}
