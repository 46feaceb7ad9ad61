import { expect } from 'vitest';
import { codeOf } from '../api/totp.ts';
import { administratorPassword, administratorTest } from './administrator-test.ts';
import { expectAccessible } from './browser-test.ts';
import { shoot } from './shoot.ts';

/** How long what a button began may take on a busy machine. */
const patience = { timeout: 20_000 };
const password = '泉城路上的老槐树又开花了';
const changed = '黑虎泉边打水的人排着长队';

administratorTest(
  'an administrator adds an account; its person sets a password, issues a token, changes the password and is shut out',
  async ({ openAs, newPage, served }) => {
    const admin = await openAs('zhang.wei', administratorPassword, '/users');
    await admin.getByRole('heading', { name: '账号' }).waitFor();
    await admin.getByText('您本人').waitFor();
    await expectAccessible(admin);
    await admin.getByRole('button', { name: '新建账号' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('李娜');
    await dialog.getByLabel('登录名').fill('zhang.wei');
    await dialog.getByLabel('地区').click();
    await admin.getByTitle('山东省').last().click();
    await dialog.getByLabel('角色').click();
    await admin.getByTitle('起草').click();
    await admin.keyboard.press('Escape');
    await expectAccessible(admin);
    await dialog.getByRole('button', { name: '新建' }).click();
    // What was typed stays when a login is taken.
    await dialog.getByText('没有办成').waitFor();
    await dialog.getByLabel('登录名').fill('li.na');
    await dialog.getByRole('button', { name: '新建' }).click();
    await dialog.getByText('这里只显示这一次').waitFor();
    await expectAccessible(admin);
    await shoot(admin, 'users-link');
    const link = (await dialog.locator('code').textContent()) ?? '';
    expect(link).toMatch(new RegExp(`^${served.address}/set-password#[\\w-]{43}$`));
    await dialog.getByRole('button', { name: '已交给本人' }).click();
    await admin.getByRole('button', { name: '停用 李娜' }).waitFor();

    const person = await newPage();
    await person.goto(link);
    await person.getByLabel('新密码', { exact: true }).fill(password);
    await person.getByLabel('再输一次新密码').fill(password);
    await person.getByRole('button', { name: '保存密码并登录' }).click();
    await person.getByTitle('当前登录：李娜').click();
    await person.getByRole('heading', { name: '我的账号' }).waitFor();
    await person.getByText('没有令牌。').waitFor();
    await expectAccessible(person);
    await shoot(person, 'account');
    await person.getByRole('button', { name: '签发令牌' }).click();
    const issuing = person.getByRole('dialog');
    await issuing.getByLabel('用途').fill('月度测算');
    await expectAccessible(person);
    await issuing.getByRole('button', { name: '签发' }).click();
    const token = (await issuing.locator('code').textContent()) ?? '';
    await issuing.getByRole('button', { name: '已保存' }).click();
    const byToken = async () => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${served.address}/api/v1/me`, { headers })).status;
    };
    expect(await byToken()).toBe(200);
    await person.getByRole('button', { name: '收回 月度测算' }).click();
    await person.getByRole('tooltip').getByRole('button', { name: '收回' }).click();
    await person.getByText('已收回').waitFor();
    expect(await byToken()).toBe(401);

    const elsewhere = await openAs('li.na', password, '/account');
    await elsewhere.getByRole('heading', { name: '我的账号' }).waitFor();
    await person.getByLabel('现在的密码').fill('wrong');
    await person.getByLabel('新密码', { exact: true }).fill(changed);
    await person.getByLabel('再输一次新密码').fill(changed);
    await person.getByRole('button', { name: '修改密码' }).click();
    await person.getByText('现在的密码不对').waitFor();
    await person.getByLabel('现在的密码').fill(password);
    await person.getByRole('button', { name: '修改密码' }).click();
    await person.getByText('密码已改。').waitFor();
    expect((await elsewhere.request.get('/api/v1/me')).status()).toBe(401);
    const again = await openAs('li.na', changed, '/account');
    await again.getByRole('heading', { name: '我的账号' }).waitFor();
    await person.reload();
    await person.getByRole('button', { name: '结束', exact: true }).click();
    // While it is under way its button has another name already.
    await expect
      .poll(async () => (await again.request.get('/api/v1/me')).status(), patience)
      .toBe(401);
    await person.getByRole('button', { name: '结束', exact: true }).waitFor({ state: 'hidden' });

    await admin.getByRole('button', { name: '角色 李娜' }).click();
    const roles = admin.getByRole('dialog', { name: '李娜 的角色' });
    expect(await roles.getByRole('button', { name: '收回 山东省 起草' }).isDisabled()).toBe(true);
    await roles.getByLabel('地区').click();
    await admin.getByTitle('山东省').last().click();
    await roles.getByLabel('角色').click();
    await admin.getByTitle('审核').last().click();
    await roles.getByRole('button', { name: '授予' }).click();
    await roles.getByRole('button', { name: '收回 山东省 起草' }).click();
    await roles.getByRole('button', { name: '收回 山东省 起草' }).waitFor({ state: 'hidden' });
    await expectAccessible(admin);
    await shoot(admin, 'users-roles');
    await roles.getByRole('button', { name: '关闭' }).last().click();
    const rolesNow = async (): Promise<readonly string[]> => {
      const { grants } = await (await person.request.get('/api/v1/me')).json();
      return grants.map(({ role }: { role: string }) => role);
    };
    await expect.poll(rolesNow, patience).toEqual(['reviewer']);
    await admin.getByRole('button', { name: '停用 李娜' }).click();
    await admin.getByRole('tooltip').getByRole('button', { name: '停用' }).click();
    await admin.getByText('已停用').waitFor();
    await shoot(admin, 'users');
    expect((await person.request.get('/api/v1/me')).status()).toBe(401);
    await admin.getByRole('button', { name: '启用 李娜' }).click();
    await admin.getByText('已停用').waitFor({ state: 'hidden' });
  },
  400_000,
);

administratorTest(
  'behind the password a code is asked for; who lost the device takes a recovery code, and turns it off',
  async ({ openAs, served }) => {
    const owner = await openAs('zhang.wei', administratorPassword, '/account');
    await owner.getByRole('heading', { name: '动态码（二次验证）' }).waitFor();
    const begin = async () => {
      await owner.getByLabel('您的密码').fill(administratorPassword);
      await owner.getByRole('button', { name: '启用动态码' }).click();
      await owner.getByRole('img', { name: '密钥的二维码' }).waitFor();
    };
    await begin();
    await expectAccessible(owner);
    await shoot(owner, 'second-factor');
    const [secret = '', recovery = ''] = await owner.locator('code').allTextContents();
    const code = () => codeOf(secret.replaceAll(' ', ''), new Date());
    const [first = ''] = recovery.split('\n');
    await owner.getByRole('textbox', { name: '动态码' }).fill(code());
    await owner.getByRole('button', { name: '确认启用' }).click();
    await owner.getByText('已启用：登录时').waitFor();

    const again = await openAs('zhang.wei', administratorPassword, '/account');
    await again.getByText('密码正确。').waitFor();
    await expectAccessible(again);
    expect((await again.request.get('/api/v1/me')).status()).toBe(401);
    await again.getByLabel('动态码').fill('000 000');
    await again.keyboard.press('Enter');
    await again.getByText('动态码不对').waitFor();
    await shoot(again, 'sign-in-code');
    await again.getByLabel('动态码').fill(code());
    await again.keyboard.press('Enter');
    await again.getByRole('heading', { name: '我的账号' }).waitFor();

    const lost = await openAs('zhang.wei', administratorPassword, '/account');
    await lost.getByLabel('动态码').fill(first);
    await lost.keyboard.press('Enter');
    await lost.getByRole('heading', { name: '我的账号' }).waitFor();
    await lost.getByLabel('您的密码').fill(administratorPassword);
    await lost.getByRole('button', { name: '停用动态码' }).click();
    await lost.getByText('没有启用。').waitFor();
    const headers = { origin: served.address };
    const plain = await lost.request.post('/api/v1/session', {
      headers,
      data: { login: 'zhang.wei', password: administratorPassword },
    });
    expect((await plain.json()).state).toBe('signed-in');
  },
  300_000,
);

administratorTest(
  'in English, in the dark and on a narrow screen both pages are all there',
  async ({ openAs, served }) => {
    const page = await openAs('zhang.wei', administratorPassword, '/users');
    await page.getByText('您本人').waitFor();
    await page.context().addCookies([
      { name: 'tiaoli-language', value: 'en', url: served.address },
      { name: 'tiaoli-theme', value: 'dark', url: served.address },
    ]);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const [path, title] of [
      ['/users', 'Accounts'],
      ['/account', 'My account'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { name: title, exact: true }).waitFor();
      await page.getByRole('button').first().waitFor();
      await expectAccessible(page);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width, path).toBeLessThanOrEqual(390);
    }
  },
  120_000,
);
