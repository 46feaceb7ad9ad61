import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { FolderLimits, Scenario, SimulationRequest } from '@tiaoli/simulation';
import { markUsed, pruneFolder } from '@tiaoli/simulation';
import { programHash } from './program-hash.ts';
import type { Reading } from './record-reading.ts';
import { readsTheSame } from './record-reading.ts';

/** The sides of a run, and the rules that they take facts from. */
export interface RulesOfRun {
  readonly scenarios: readonly Scenario[];
  readonly before: NonNullable<SimulationRequest['before']>;
  /** Early-warning lists of the place. */
  readonly lists: readonly Scenario[];
}

interface KeptRules {
  readonly readings: readonly Reading[];
  readonly rules: RulesOfRun;
}

/** The file in which the rules of such a call are kept; undefined where they cannot be. */
export function keptPath(folder: string, call: readonly unknown[]): string | undefined {
  const program = programHash();
  if (program === undefined) return undefined;
  const key = createHash('sha256')
    .update(JSON.stringify([program, ...call]))
    .digest('hex');
  return join(folder, `${key}.rules`);
}

/** Rules that were kept, where all that they were made of still says the same. */
export async function keptRules(cwd: string, path: string): Promise<RulesOfRun | undefined> {
  const kept = await readKept(path);
  if (!kept) return undefined;
  for (const reading of kept.readings) {
    if (!(await readsTheSame(cwd, reading))) return undefined;
  }
  await markUsed(path);
  return kept.rules;
}

/** Rules of two versions are about a megabyte. */
const limits: FolderLimits = { bytes: 128 * 2 ** 20, days: 30 };

/** A folder that cannot be written only costs the time of reading the policies again. */
export async function keepRules(path: string, kept: KeptRules): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(draft, serialize(kept), { mode: 0o600 });
    await rename(draft, path);
    await pruneFolder(dirname(path), limits);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** Undefined for what was cut short. */
async function readKept(path: string): Promise<KeptRules | undefined> {
  try {
    return deserialize(await readFile(path)) as KeptRules;
  } catch {
    return undefined;
  }
}
