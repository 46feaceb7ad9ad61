// What a user of the workbench waits for, in a real browser over loopback: pages, the editor, findings behind a keystroke.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWorkbench } from '@tiaoli/web';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../e2e/launch-browser.ts';
import type { ServedPolicies } from '../../e2e/serve-policies.ts';
import { servePolicies } from '../../e2e/serve-policies.ts';
import { largeDocument, readPassages } from '../checking/repeat-policies.ts';
import { median } from '../measure.ts';
import type { Floor, Row } from '../row.ts';

const ordinary = '/editor/policies/shanxi/taiyuan/resident-inpatient-2023.tiaoli';

/** Visits without a cache, of which the median counts. */
const VISITS = 5;
/** Keystrokes that are timed in each document, after a few that let the JavaScript be compiled. */
const KEYSTROKES = 60;
const WARM_UP = 10;

/** Page weights, the time to a usable editor, and the time from a keystroke to its findings. */
export async function browserRows(): Promise<readonly Row[]> {
  await buildWorkbench();
  const served = await servePolicies();
  const sizes = [300, 2000];
  for (const size of sizes) writeLargeDocument(served, size);
  const browser = await launchBrowser();
  try {
    return [
      await weightRow(browser, served, 'documents', '/documents'),
      await weightRow(browser, served, 'calculator', '/calculator/taiyuan.resident-inpatient'),
      await weightRow(browser, served, 'editor', ordinary),
      await usableRow(browser, served),
      ...(await keystrokeRows(browser, served, 300, 250)),
      ...(await keystrokeRows(browser, served, 2000, 1500)),
    ];
  } finally {
    await browser.close();
    await served.stop();
  }
}

function writeLargeDocument({ folder }: ServedPolicies, definitions: number): void {
  mkdirSync(join(folder, 'bench'), { recursive: true });
  const id = `bench${definitions}`;
  const text = largeDocument(readPassages(), { id, definitions, basis: '公共定义' });
  writeFileSync(join(folder, 'bench', `${id}.tiaoli`), text);
}

/** Everything that comes over the wire until the page is quiet, compressed as it is sent. */
async function weightRow(
  browser: Browser,
  { address }: ServedPolicies,
  name: string,
  path: string,
): Promise<Row> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
  await context.close();
  return {
    id: `weight-${name}`,
    what: `what the page ${name} loads on a first visit`,
    amount: bytes / 1024,
    unit: 'kB',
    floor: { of: 'amount', bound: 'at-most', limit: 4096 },
  };
}

/** From the address to an editor that has said what is wrong with its document. */
async function usableRow(browser: Browser, { address }: ServedPolicies): Promise<Row> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const before = performance.now();
    await page.goto(`${address}${ordinary}`);
    await checkedEditor(page);
    times.push(performance.now() - before);
    await context.close();
  }
  return {
    id: 'usable-editor',
    what: 'from the address to an editor with its findings, nothing cached',
    amount: median(times),
    unit: 'ms waited',
    floor: { of: 'amount', bound: 'at-most', limit: 10_000, aim: 3000 },
  };
}

async function keystrokeRows(
  browser: Browser,
  { address }: ServedPolicies,
  definitions: number,
  promised: number,
): Promise<readonly Row[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/editor/policies/bench/bench${definitions}.tiaoli`);
  await checkedEditor(page);
  const times = (await timeKeystrokes(page)).slice(WARM_UP);
  await context.close();
  const shown = definitions.toLocaleString('en');
  const row = (id: string, share: number, floor: Partial<Pick<Row, 'floor'>>): Row => ({
    id: `keystroke-${definitions}-${id}`,
    what: `from a keystroke to its findings, ${shown} definitions, ${id}`,
    amount: quantile(times, share),
    unit: 'ms waited',
    ...floor,
  });
  const floor: Floor = { of: 'amount', bound: 'at-most', limit: promised * 2, aim: promised };
  return [row('p50', 0.5, {}), row('p95', 0.95, { floor })];
}

/** Types a letter into a comment and takes it away again, each once the findings of the one before are there. */
async function timeKeystrokes(page: Page): Promise<readonly number[]> {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.type(' // ');
  await checkedEditor(page);
  await page.evaluate(watchKeystrokes);
  const times: number[] = [];
  for (let stroke = 0; stroke < WARM_UP + KEYSTROKES; stroke += 1) {
    await page.keyboard.press(stroke % 2 === 0 ? 'x' : 'Backspace');
    times.push(await page.evaluate('globalThis.findingsMillis()'));
  }
  return times;
}

/** Runs in the page: from the key that went down to the mark that the text it made has been checked. */
const watchKeystrokes = `
  const editor = document.querySelector('[data-checked-version]');
  const { dataset } = editor;
  let answer;
  document.addEventListener('keydown', () => {
    const pressed = performance.now();
    const before = Number(dataset.version);
    answer = new Promise((done) => {
      const look = () => {
        if (Number(dataset.checkedVersion) <= before || dataset.state !== 'ready') return;
        watch.disconnect();
        done(performance.now() - pressed);
      };
      const watch = new MutationObserver(look);
      watch.observe(editor, { attributes: true });
    });
  }, true);
  globalThis.findingsMillis = () => answer;
`;

async function checkedEditor(page: Page): Promise<void> {
  await page.locator('[data-checked-version][data-state=ready]').waitFor({ timeout: 60_000 });
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
