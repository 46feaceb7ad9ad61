import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startProvider } from '../api/identity-provider.ts';
import { administratorPassword, serveAdministered } from './administrator-test.ts';
import { expectAccessible } from './browser-test.ts';
import { launchBrowser } from './launch-browser.ts';
import type { Complaints } from './open-context.ts';
import { openContext } from './open-context.ts';
import { shoot } from './shoot.ts';

const typefaces = 'https://fonts.googleapis.com/**';

/** Where the browser comes back to has to be known before the server is started. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

test('an administrator writes an account of another service down; its owner signs in by it, and nobody else', async () => {
  const port = String(await freePort());
  const address = `http://127.0.0.1:${port}`;
  const provider = await startProvider(`${address}/api/v1/session/outside/back`);
  onTestFinished(() => provider.stop());
  const served = await serveAdministered(['--port', port, '--address', address], {
    TIAOLI_OIDC_ISSUER: provider.issuer,
    TIAOLI_OIDC_CLIENT_ID: provider.clientId,
    TIAOLI_OIDC_CLIENT_SECRET: provider.clientSecret,
    TIAOLI_OIDC_NAME: '省平台',
  });
  onTestFinished(() => served.stop());
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const complaints: Complaints = { list: [] };
  const newPage = async () => {
    const context = await openContext(browser, address, complaints);
    // The provider's own pages ask for a typeface, which is not to be waited for.
    await context.route(typefaces, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
    return context.newPage();
  };

  const admin = await newPage();
  const data = { login: 'zhang.wei', password: administratorPassword };
  const headers = { origin: address };
  const post = (path: string, body: object) =>
    admin.request.post(`/api/v1${path}`, { headers, data: body });
  expect((await post('/session', data)).ok()).toBe(true);
  const places = await (await admin.request.get('/api/v1/jurisdictions')).json();
  const province = places.jurisdictions.find(({ name }: { name: string }) => name === '山东省');
  const user = { login: 'li.na', name: '李娜', jurisdictionId: province.id, roles: ['drafter'] };
  expect((await post('/users', user)).status()).toBe(201);
  await admin.goto('/users');
  await admin.getByRole('button', { name: '省平台 李娜' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel(/那边的用户标识/).fill('lina');
  await expectAccessible(admin);
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const signIn = async (login: string) => {
    const page = await newPage();
    await page.goto('/services');
    await page.getByRole('button', { name: '用省平台登录' }).waitFor();
    await expectAccessible(page);
    await shoot(page, 'sign-in-outside');
    await page.getByRole('button', { name: '用省平台登录' }).click();
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.getByRole('button', { name: 'Continue' }).click();
    return page;
  };
  const person = await signIn('lina');
  await person.getByTitle('当前登录：李娜').waitFor();
  expect(new URL(person.url()).pathname).toBe('/services');
  const stranger = await signIn('stranger');
  await stranger.getByText('这里没有登记您的账号').waitFor();
  // Its styles too: what led here were pages of somebody else.
  await stranger.waitForLoadState('load');
  await expectAccessible(stranger);
  await shoot(stranger, 'sign-in-refused');
  expect((await stranger.request.get('/api/v1/me')).status()).toBe(401);
  const ours = complaints.list.filter(
    (each) => !each.includes(provider.issuer) && !each.includes('fonts.googleapis.com'),
  );
  expect(ours).toEqual([]);
}, 300_000);
