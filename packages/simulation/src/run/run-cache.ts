import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { SimulationResult, Verdict } from '../result/simulation-result.ts';
import type { ChosenCase } from '../whatif/find-cases.ts';
import type { Ledger, LedgerShape } from './ledger.ts';
import { emptyLedger } from './ledger.ts';
import type { FolderLimits } from './prune-folder.ts';
import { markUsed, pruneFolder } from './prune-folder.ts';

/** What is kept of runs in a folder: results, and how far runs came that were broken off. */
export interface RunCache {
  readonly runOf: (key: string) => Promise<KeptRun | undefined>;
  readonly keep: (key: string, run: KeptRun) => Promise<void>;
  readonly begunOf: (key: string, shape: LedgerShape) => Promise<BegunRun | undefined>;
  readonly keepBegun: (key: string, begun: BegunRun) => Promise<void>;
  readonly forgetBegun: (key: string) => Promise<void>;
}

export interface KeptRun {
  readonly result: SimulationResult;
  readonly asides: readonly (Verdict | undefined)[];
}

/** The sums of the buckets that are done. */
export interface BegunRun {
  readonly done: readonly number[];
  readonly ledger: Ledger;
  /** By reform. */
  readonly cases: readonly (readonly ChosenCase[])[];
}

/** Results are small; what is kept of runs that were broken off is a few megabytes each. */
const limits: FolderLimits = { bytes: 512 * 2 ** 20, days: 90 };

/** A cache that cannot be written (a full disk) only costs time: what went wrong with it is no fault of the run. */
export function openCache(folder: string): RunCache {
  const runPath = (key: string): string => join(folder, `${key}.run`);
  const begunPath = (key: string): string => join(folder, `${key}.begun`);
  return {
    runOf: async (key) => {
      const bytes = await readFile(runPath(key)).catch(() => undefined);
      if (bytes) await markUsed(runPath(key));
      return bytes && readKept(bytes);
    },
    keep: async (key, run) => {
      await write(folder, runPath(key), serialize(run));
      await pruneFolder(folder, limits);
    },
    begunOf: async (key, shape) => {
      const bytes = await readFile(begunPath(key)).catch(() => undefined);
      return bytes && readBegun(bytes, shape);
    },
    keepBegun: (key, begun) => write(folder, begunPath(key), serialize(begun)),
    forgetBegun: (key) => rm(begunPath(key), { force: true }).catch(() => undefined),
  };
}

async function write(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(draft, content, { mode: 0o600 });
    await rename(draft, path);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

function readKept(bytes: Uint8Array): KeptRun | undefined {
  try {
    const run = deserialize(bytes) as KeptRun;
    return run.result.format === 'tiaoli-simulation' ? run : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for what was cut short, or comes from other rules. */
function readBegun(bytes: Uint8Array, shape: LedgerShape): BegunRun | undefined {
  try {
    const begun = deserialize(bytes) as BegunRun;
    const wanted = emptyLedger(shape);
    const isIt =
      begun.ledger.groups.cells.length === wanted.groups.cells.length &&
      begun.ledger.whole.cells.length === wanted.whole.cells.length &&
      begun.ledger.outputs.length === wanted.outputs.length &&
      begun.ledger.watch.cells.length === wanted.watch.cells.length &&
      new Set(begun.done).size === begun.done.length;
    return isIt ? begun : undefined;
  } catch {
    return undefined;
  }
}
