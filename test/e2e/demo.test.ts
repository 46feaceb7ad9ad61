import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { answerOf } from '../api/api-world.ts';
import { expectAccessible } from './browser-test.ts';
import { demoTest, signInAs } from './demo-test.ts';
import { servePolicies } from './serve-policies.ts';
import { shoot } from './shoot.ts';

const repository = join(import.meta.dirname, '../..');

const pages = [
  ...['/inbox', '/drafts', '/proposals', '/versions', '/documents', '/calculator', '/compare'],
  ...['/simulate', '/unification', '/catalogues', '/services'],
];

demoTest(
  'one click, and one is the reviewer whom both proposals wait for; every page says what it is',
  async ({ page }) => {
    await page.goto('/');
    await page.waitForURL(/\/sign-in/);
    await page.getByRole('heading', { name: '选一个人登录' }).waitFor();
    await page.getByRole('button', { name: /山东省审核/ }).waitFor();
    await expectAccessible(page);
    await shoot(page, 'demo-sign-in');
    expect(await page.getByRole('note').textContent()).toContain('演示数据');
    await page.getByRole('button', { name: /山东省审核/ }).click();
    await page.getByRole('link', { name: '受理：提高因病致贫重病患者年度限额' }).waitFor();
    await page.getByText('提高边缘救助对象年度限额').waitFor();
    await expectAccessible(page);
    await shoot(page, 'demo-inbox');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('yinbingzhipin');
    await page.getByRole('option', { name: /因病致贫.* 提案/ }).waitFor();
    await page
      .getByRole('option', { name: /因病致贫.* 已发布/ })
      .first()
      .waitFor();
    const { drafts } = await (await page.request.get('/api/v1/drafts')).json();
    const own = drafts.filter(({ title }: { title: string }) => title.includes('因病致贫'));
    expect(await page.getByRole('option', { name: / 草稿/ }).count()).toBe(own.length);
    await page.keyboard.press('Escape');
    for (const path of pages) {
      await page.goto(path);
      await page.getByRole('heading').first().waitFor();
      expect(await page.getByRole('note').first().textContent(), path).toContain('演示数据');
      await shoot(page, `demo${path.replace('/', '-')}`);
    }
  },
  400_000,
);

demoTest(
  'the folder of policies is written as before, and what leaves a page says what it is',
  async ({ page, served }) => {
    await signInAs(page, '山东省审计');
    const path = '/api/sources/policies/shandong/premium-subsidy.tiaoli';
    const { revision, text } = await (await page.request.get(path)).json();
    const headers = { 'if-match': `"${revision}"`, origin: served.address };
    const saved = await page.request.put(path, { headers, data: { text: `${text}\n` } });
    expect(saved.ok()).toBe(true);
    await page.goto('/audit');
    const wait = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    const download = await wait;
    expect(download.suggestedFilename()).toContain('演示数据');
    const sides = new URLSearchParams({
      ...{ old: 'taiyuan.employee-outpatient@2023-01-01' },
      new: 'taiyuan.employee-outpatient@2024-07-01',
    });
    const begun = await page.request.post(`/api/compare/jobs?${sides}`, {
      headers: { origin: served.address },
    });
    const { job } = await begun.json();
    const paper = async () => page.request.get(`/api/compare/jobs/${job}/document?format=html`);
    await expect.poll(async () => (await paper()).status(), { timeout: 120_000 }).toBe(200);
    const made = await paper();
    expect(decodeURIComponent(made.headers()['content-disposition'] ?? '')).toContain('演示数据');
    expect(await made.text()).toContain('<p class="warning">演示数据</p>');
  },
  200_000,
);

demoTest(
  'a second start beside it says where the first one is, and serve does not take it',
  async ({ served }) => {
    const tiaoli = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(repository, 'apps/cli/bin/tiaoli.mjs'), ...args], {
        ...{ cwd: repository, encoding: 'utf8' },
      });
    const second = tiaoli('demo', '--no-open', '--port', '0', '--data', served.data);
    expect([second.status, second.stderr]).toEqual([2, expect.stringContaining(served.address)]);
    expect(second.stderr).toContain('已经在另一个窗口里运行');
  },
  120_000,
);

test('what somebody did in it is still there after the next start, with whoever was signed in', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'tiaoli-demo-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const start = () => servePolicies(['--data', join(parent, 'demo')], 'demo');
  const first = await start();
  const askAs = async (address: string, cookie: string, path: string, body?: object) => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { cookie, origin: address, ...(body && { 'content-type': 'application/json' }) },
    });
    const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
    return { json: (await answerOf(answer)).json, cookie: cookies.join('; ') };
  };
  const { cookie } = await askAs(first.address, '', '/session/demo', { login: 'zibo-drafter' });
  const issued = await askAs(first.address, cookie, '/me/tokens', { name: '留存', days: 1 });
  expect(await first.stop()).toBe(0);
  const second = await start();
  onTestFinished(async () => {
    await second.stop();
  });
  const { json } = await askAs(second.address, cookie, '/me/tokens');
  expect(json.tokens).toMatchObject([{ id: issued.json.id, name: '留存' }]);
}, 400_000);

demoTest(
  'in English, in the dark and on a narrow screen it is all there',
  async ({ page, served }) => {
    await page.context().addCookies([
      { name: 'tiaoli-language', value: 'en', url: served.address },
      { name: 'tiaoli-theme', value: 'dark', url: served.address },
    ]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: /Reviewer.*山东省审核/ }).waitFor();
    expect(await page.getByRole('note').textContent()).toContain('Demonstration data');
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  },
  60_000,
);
