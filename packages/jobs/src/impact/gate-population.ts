import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GENERATOR_VERSION, openPopulation, provinces } from '@tiaoli/simulation';
import type { MadeSample, Sample } from '../datasets/make-sample.ts';
import { makeSample, sampleRules } from '../datasets/make-sample.ts';

/** A sample, and where it lies. */
export type GatePopulation = MadeSample & { readonly folder: string };

/** Beside the populations of the offices, hidden: nobody chooses them, and nobody takes them away by mistake. */
const keptSamples = '.gate';

/** All samples of one province and size are the same. */
const SEED = 1;

/**
 * The invented people of a province, made where they are not there yet, and kept under a name that says what they are made
 * of: the generator, the rules by which they are calibrated, province, size and seed.
 */
export async function gatePopulation(
  populations: string,
  { province, preset }: Omit<Sample, 'seed'>,
  onProgress: (done: number, total: number) => void,
): Promise<GatePopulation> {
  const rules = await sampleRules();
  const parts = [GENERATOR_VERSION, preset, province, SEED, rules.meaningHash, rules.on];
  const name = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  const folder = join(populations, keptSamples, name);
  const known = await openPopulation(folder);
  if (known.kind === 'opened') return { kind: 'there', folder, manifest: known.manifest };
  if (Object.hasOwn(provinces, province)) {
    await mkdir(join(populations, keptSamples), { recursive: true, mode: 0o700 });
  }
  const sample = { province, preset, seed: SEED };
  return { ...(await makeSample(folder, sample, rules, onProgress)), folder };
}
