import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Claim } from '../settling/hand-written.ts';
import type { PersonYears } from '../settling/random-years.ts';

/** `rules.c`, compiled and at work in a process of its own. */
export interface CFixture {
  /** Milliseconds of processor time of so many folds over all claims. */
  readonly run: (passes: number) => Promise<number>;
  /** The results of each claim after the last run: total, compliant, basic, illness, assistance, burden. */
  readonly results: () => Promise<readonly (readonly number[])[]>;
  readonly end: () => void;
}

/** Undefined where there is no gcc. */
export function compileFixture(people: readonly PersonYears[]): CFixture | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-bulk-'));
  const [source, program, claims] = [
    join(import.meta.dirname, 'rules.c'),
    join(folder, 'rules'),
    join(folder, 'claims'),
  ];
  const { error, status, stderr } = spawnSync('gcc', ['-O3', '-o', program, source], {
    encoding: 'utf8',
  });
  if (error) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  if (status !== 0) throw new Error(stderr);
  writeFileSync(claims, encodeClaims(people));
  return talkTo(program, claims, folder);
}

function talkTo(program: string, claims: string, folder: string): CFixture {
  const child = spawn(program, [claims], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await lines.next()).value ?? '';
  return {
    run: async (passes) => {
      child.stdin.write(`run ${passes}\n`);
      return Number(await next());
    },
    results: async () => {
      child.stdin.write('dump\n');
      const rows: (readonly number[])[] = [];
      for (;;) {
        const line = await next();
        if (line.startsWith('sum')) return rows;
        rows.push(line.split(' ').map(Number));
      }
    },
    end: async () => {
      child.stdin.end();
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

const wide = [
  'settledAt',
  'classA',
  'classB',
  'classC',
  'overLimitPrice',
  'classBOverLimit',
] as const;
const narrow = ['care', 'chargeClass', 'place', 'filing', 'categories'] as const;

/** The columns in the order in which `rules.c` reads them. */
function encodeClaims(people: readonly PersonYears[]): Uint8Array {
  const rows = people.flat();
  const ofInts = (numbers: readonly number[]) => new Uint8Array(Int32Array.from(numbers).buffer);
  const columnOf = (field: keyof Claim) => rows.map((claim) => claim[field]);
  const parts = [
    ofInts([people.length, rows.length]),
    ofInts(firstsOf(people)),
    ...wide.map((field) => ofInts(columnOf(field))),
    ofInts(rows.map((claim) => groupOf(claim))),
    ...narrow.map((field) => Uint8Array.from(columnOf(field))),
  ];
  return Buffer.concat(parts);
}

/** The first claim of each person, and behind the last. */
export function firstsOf(people: readonly PersonYears[]): readonly number[] {
  const firsts = [0];
  for (const claims of people) firsts.push((firsts.at(-1) ?? 0) + claims.length);
  return firsts;
}

/** Sums are kept apart by hospital and by category. */
export function groupOf({ chargeClass, categories }: Claim): number {
  return chargeClass * 64 + (categories >> 1);
}
