import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { root } from '../cli/run-tiaoli.ts';
import { smallPopulation } from './run-fixture.ts';

// Commands that are cut short: by a disk that takes no more, by Ctrl-C, by the end of a process that works for them. Each
// says what happened, ends with a code of its own, and leaves nothing half written.

let place: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-cut-'));
  await smallPopulation(join(place, 'people'));
  await writeFile(join(place, 'map.json'), JSON.stringify(mapping));
  await writeFile(join(place, 'claims.csv'), claims());
  await writeFile(join(place, 'key'), Buffer.alloc(32, 7));
}, 120_000);

// What one test leaves behind when it fails is no matter of the next.
beforeEach(() => rm(join(place, 'made'), { recursive: true, force: true }));

afterAll(() => rm(place, { recursive: true, force: true }));

const commands: Readonly<Record<string, () => readonly string[]>> = {
  simulate: () => [
    ...['simulate', '--population', join(place, 'people'), '--no-cache', '--workers', '1'],
    ...['--baseline', 'taiyuan.employee-outpatient@2023-01-01'],
    ...['--reform', 'taiyuan.employee-outpatient@2024-07-01', '--out', join(place, 'made')],
  ],
  generate: () => [
    ...['population', 'generate', '--preset', 'S', '--province', '山东省', '--seed', '1'],
    ...['--out', join(place, 'made')],
  ],
  import: () => [
    ...['population', 'import', join(place, 'claims.csv'), '--map', join(place, 'map.json')],
    ...['--key', join(place, 'key'), '--out', join(place, 'made')],
  ],
};

interface Ended {
  readonly code: number | null;
  readonly told: string;
  /** What lies beside the input. */
  readonly left: readonly string[];
}

/** In a group of its own, as a terminal starts it; files may have so many kilobytes. */
function begin(name: string, most?: number): { readonly child: ChildProcess; end: Promise<Ended> } {
  const limit = most === undefined ? '' : `trap '' XFSZ; ulimit -f ${most};`;
  const script = `${limit} exec "$0" "$@"`;
  const tiaoli = join(root, 'apps/cli/bin/tiaoli.mjs');
  const args = ['-c', script, process.execPath, tiaoli, ...(commands[name]?.() ?? [])];
  const child = spawn('bash', args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TIAOLI_LANGUAGE: 'zh' },
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
  }
  const end = new Promise<Ended>((done) => {
    child.on('close', async (code) => {
      const left = (await readdir(place)).filter((each) => each.includes('made'));
      done({ code, told, left });
    });
  });
  return { child, end };
}

test.each([
  ['simulate', 40],
  ['generate', 40],
  ['import', 8],
])(
  '%s: a disk that is full',
  async (name, most) => {
    const { code, told, left } = await begin(name, most).end;
    expect([code, left]).toEqual([2, []]);
    expect(told).toMatch(/EFBIG|File too large|磁盘/);
    expect(told).not.toContain('    at ');
  },
  180_000,
);

test.each(['simulate', 'generate', 'import'])(
  '%s: Ctrl-C',
  async (name) => {
    const { child, end } = begin(name);
    await workers(child);
    process.kill(-(child.pid ?? 0), 'SIGINT');
    const { code, told, left } = await end;
    expect([code, left]).toEqual([2, []]);
    expect(told).toContain('已取消');
  },
  180_000,
);

test.each(['simulate', 'generate', 'import'])(
  '%s: a process that works for it is killed',
  async (name) => {
    const { child, end } = begin(name);
    // Again and again: one that was at nothing is made up for by another.
    let isOver = false;
    const over = end.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      for (const worker of await workersNow(child)) kill(worker);
      await wait(50);
    }
    const { code, told, left } = await over;
    expect([code === 0, left]).toEqual([false, []]);
    expect(told).toMatch(/SIGKILL|EPIPE/);
    expect(told).not.toContain('    at ');
  },
  180_000,
);

/** The processes that read and write for a command, as soon as there is one. */
async function workers(child: ChildProcess): Promise<readonly number[]> {
  for (;;) {
    const found = await workersNow(child);
    if (found.length > 0) return found;
    if (child.exitCode !== null) throw new Error('it ended before it had begun');
    await wait(20);
  }
}

async function workersNow({ pid = 0 }: ChildProcess): Promise<readonly number[]> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = tasks.map((task) =>
    readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => ''),
  );
  const children = (await Promise.all(lists)).join(' ').split(' ').filter(Boolean);
  const found = [];
  for (const each of children) {
    const command = await readFile(`/proc/${each}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('child-main.ts')) found.push(Number(each));
  }
  return found;
}

/** It may have ended meanwhile. */
function kill(worker: number): void {
  try {
    process.kill(worker, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ESRCH') throw error;
  }
}

const mapping = {
  year: 2025,
  columns: {
    ...{ pid: 'pid', city: { value: '某市' }, urban_rural: { value: 'urban' } },
    ...{ sex: { value: 'male' }, birth_date: { value: '1960-05-06' }, death_date: { value: '' } },
    ...{ scheme: { value: 'resident' }, emp_status: { value: 'none' } },
    ...{ category: { value: 'ordinary' }, disease: { value: 'none' } },
    ...{ insured_years: { value: '0' }, income_pc: { value: '0' }, consumption_pc: { value: '0' } },
    ...{ claim_id: 'claim', settle_date: 'day', begin_date: 'day', end_date: 'day' },
    ...{ med_type: { value: 'outpatient' }, hosp_lv: { value: 'tertiary' } },
    ...{ place: { value: 'in_city' }, filing: { value: 'filed' } },
    medfee_sumamt: { column: 'cost', unit: 'yuan' },
    ...{ class_b_amt: { value: '0' }, fulamt_ownpay_amt: { value: '0' } },
    ...{ overlmt_selfpay: { value: '0' }, preselfpay_amt: { value: '0' } },
  },
};

/** Enough rows that they are not read in a moment. */
function claims(): string {
  const rows = Array.from(
    { length: 60_000 },
    (_, at) => `P${at % 9000},C${at},2025-0${1 + (at % 9)}-1${at % 10},${100 + (at % 700)}.50`,
  );
  return `pid,claim,day,cost\n${rows.join('\n')}\n`;
}
