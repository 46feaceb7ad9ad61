import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../measure.ts';
import type { Floor, Row } from '../row.ts';
import { besideRow } from './beside-bench.ts';
import type { Usage } from './usage.ts';
import { usageOf } from './usage.ts';

const root = join(import.meta.dirname, '../../..');

interface Size {
  readonly preset: 'M' | 'L' | 'XL';
  readonly people: string;
  readonly rounds: number;
  /** Milliseconds of processor time of all processes. */
  readonly cpu: { readonly limit: number; readonly aim: number };
}

const medium: Size = {
  ...{ preset: 'M', people: '100 thousand people', rounds: 3 },
  cpu: { limit: 12_000, aim: 4000 },
};

/** Sizes that take minutes to make. */
const large: readonly Size[] = [
  { preset: 'L', people: '1 million people', rounds: 1, cpu: { limit: 40_000, aim: 20_000 } },
  { preset: 'XL', people: '10 million people', rounds: 1, cpu: { limit: 400_000, aim: 240_000 } },
];

const KILOBYTES = { limit: 3_000_000, aim: 1_500_000 };

/** Whole runs of the command, on populations that it makes first. */
export async function simulateRows(isLong: boolean): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-simulate-'));
  try {
    const rows: Row[] = [];
    for (const size of isLong ? [medium, ...large] : [medium]) {
      rows.push(...(await sizeRows(folder, size)));
    }
    return [...rows, await besideRow(join(folder, medium.preset))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function sizeRows(folder: string, size: Size): Promise<readonly Row[]> {
  const { preset, people, rounds } = size;
  const population = join(folder, preset);
  const made = await usageOf(() =>
    tiaoli(
      ...['population', 'generate', '--preset', preset, '--province', '山东省', '--seed', '1'],
      ...['--out', population],
    ),
  );
  const results = new Set<string>();
  const runs: Usage[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const workers of ['1', '2']) {
      const out = join(folder, `${preset}-${round}-${workers}`);
      const usage = await usageOf(() => simulate(population, out, workers));
      if (workers === '2') runs.push(usage);
      results.add(readFileSync(join(out, 'run.json'), 'utf8'));
    }
  }
  assert.equal(results.size, 1, 'one and two processes come to different results');
  const id = `simulate-${preset}`;
  const what = `tiaoli simulate, ${people} × 2 versions`;
  const of = (figure: keyof Usage): number => median(runs.map((usage) => usage[figure]));
  const atMost = (bound: { readonly limit: number; readonly aim: number }): Floor => ({
    ...{ of: 'amount', bound: 'at-most', ...bound },
  });
  return [
    { id: `${id}-made`, what: `tiaoli population generate, ${people}`, amount: made.cpu },
    { id, what: `${what}, all processes`, amount: of('cpu'), floor: atMost(size.cpu) },
    { id: `${id}-waited`, what: `${what}, 2 processes`, amount: of('waited'), unit: 'ms waited' },
    {
      ...{ id: `${id}-memory`, what: `${what}, most memory`, amount: of('bytes') / 1000 },
      ...{ unit: 'kB', floor: atMost(KILOBYTES) },
    },
  ];
}

function simulate(population: string, out: string, workers: string): Promise<void> {
  const document = 'shandong.resident-critical-illness';
  return tiaoli(
    ...['simulate', '--baseline', `${document}@2019-01-01`, '--reform', `${document}@2023-01-01`],
    ...['--population', population, '--out', out, '--workers', workers, '--no-cache'],
  );
}

async function tiaoli(...args: readonly string[]): Promise<void> {
  const command = join(root, 'apps/cli/bin/tiaoli.mjs');
  const child = spawn(process.execPath, [command, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  assert.equal(code, 0, `tiaoli ${args.join(' ')}`);
}
