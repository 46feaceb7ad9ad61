import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../measure.ts';
import type { Floor, Row } from '../row.ts';
import { besideRow } from './beside-bench.ts';
import { populationFolder } from './kept-population.ts';
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
  const { population, made } = await populationOf(folder, preset);
  const results = new Set<string>();
  const runs: Usage[] = [];
  const anew: Usage[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const run = async (workers: string, ...cache: readonly string[]): Promise<Usage> => {
      const out = join(folder, `${preset}-${round}-${workers}${cache.join('')}`);
      rmSync(join(folder, KEPT, 'runs'), { recursive: true, force: true });
      const usage = await usageOf(() => simulate(folder, [population, out, workers, ...cache]));
      results.add(readFileSync(join(out, 'run.json'), 'utf8'));
      return usage;
    };
    anew.push(await run('2', '--no-cache'));
    // The first of all runs keeps the rules for the others.
    await run('1');
    runs.push(await run('2'));
  }
  assert.equal(results.size, 1, 'one and two processes come to different results');
  const id = `simulate-${preset}`;
  const what = `tiaoli simulate, ${people} × 2 versions`;
  const of = (figure: keyof Usage): number => median(runs.map((usage) => usage[figure]));
  const atMost = (bound: { readonly limit: number; readonly aim: number }): Floor => ({
    ...{ of: 'amount', bound: 'at-most', ...bound },
  });
  return [
    ...(made
      ? [{ id: `${id}-made`, what: `tiaoli population generate, ${people}`, amount: made.cpu }]
      : []),
    { id, what: `${what}, all processes`, amount: of('cpu'), floor: atMost(size.cpu) },
    {
      ...{ id: `${id}-anew`, what: `${what}, policies read anew` },
      amount: median(anew.map(({ cpu }) => cpu)),
    },
    { id: `${id}-waited`, what: `${what}, 2 processes`, amount: of('waited'), unit: 'ms waited' },
    {
      ...{ id: `${id}-memory`, what: `${what}, most memory`, amount: of('bytes') / 1000 },
      ...{ unit: 'kB', floor: atMost(KILOBYTES) },
    },
  ];
}

/** Made for this run where that takes seconds; larger ones are made once, and then there is nothing to tell of it. */
async function populationOf(
  folder: string,
  preset: Size['preset'],
): Promise<{ readonly population: string; readonly made?: Usage }> {
  const { folder: population, isThere } =
    preset === 'M' ? { folder: join(folder, preset), isThere: false } : populationFolder(preset);
  if (isThere) return { population };
  const made = await usageOf(() =>
    tiaoli(
      join(folder, KEPT),
      ...['population', 'generate', '--preset', preset, '--province', '山东省', '--seed', '1'],
      ...['--out', population],
    ),
  );
  return { population, made };
}

/** Where rules that were made ready are kept, below the folder of the bench. */
const KEPT = 'kept';

function simulate(
  folder: string,
  [population = '', out = '', workers = '', ...cache]: readonly string[],
): Promise<void> {
  const document = 'shandong.resident-critical-illness';
  return tiaoli(
    join(folder, KEPT),
    ...['simulate', '--baseline', `${document}@2019-01-01`, '--reform', `${document}@2023-01-01`],
    ...['--population', population, '--out', out, '--workers', workers, ...cache],
  );
}

async function tiaoli(kept: string, ...args: readonly string[]): Promise<void> {
  const command = join(root, 'apps/cli/bin/tiaoli.mjs');
  const child = spawn(process.execPath, [command, ...args], {
    cwd: root,
    env: { ...process.env, TIAOLI_CACHE: kept },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  assert.equal(code, 0, `tiaoli ${args.join(' ')}`);
}
