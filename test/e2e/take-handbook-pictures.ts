// Goes the newcomer's path of the handbook in a demonstration, and takes its pictures: `npm run handbook:pictures`. Look at them before they are committed.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorkbench } from '@tiaoli/web';
import type { Page } from 'playwright-core';
import { handbookFolder } from '../golden/handbook/read-handbook.ts';
import { launchBrowser } from './launch-browser.ts';
import { newcomersPath } from './newcomers-path.ts';
import { servePolicies } from './serve-policies.ts';

const folder = join(handbookFolder, 'pictures');

await mkdir(folder, { recursive: true });
await buildWorkbench();
const data = await mkdtemp(join(tmpdir(), 'tiaoli-newcomer-'));
const served = await servePolicies(['--data', join(data, 'demo')], 'demo');
const browser = await launchBrowser();
try {
  const context = await browser.newContext({
    baseURL: served.address,
    locale: 'zh-CN',
    viewport: { width: 1120, height: 760 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(120_000);
  await context.addCookies([{ name: 'tiaoli-tour', value: 'declined', url: served.address }]);
  const page = await context.newPage();
  await newcomersPath(page, (at: Page, name: string) =>
    at.screenshot({ path: join(folder, `${name}.png`) }),
  );
} finally {
  await browser.close();
  await served.stop();
  await rm(data, { recursive: true, force: true });
}
