import { rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { Program } from '@tiaoli/ir';
import type { BlockAnswer } from '../columnar/child-job.ts';
import type { Child, Outcome } from '../columnar/children.ts';
import { childrenThatFit, openChild } from '../columnar/children.ts';
import { openDraft } from '../columnar/draft-folder.ts';
import { isThere } from '../columnar/is-there.ts';
import type { Manifest } from '../table/manifest.ts';
import { MANIFEST_NAME, printManifest, SCHEMA_VERSION, sealManifest } from '../table/manifest.ts';
import type { BegunPopulation } from './begun-population.ts';
import {
  beginPopulation,
  begunPopulation,
  forgetBuckets,
  keepBucket,
  populationOrder,
} from './begun-population.ts';
import { GENERATOR_VERSION, POPULATION_YEAR } from './block.ts';
import { addSums } from './calibrate-block.ts';
import type { Calibration, CalibrationRow } from './calibration.ts';
import { calibrationOf, LEAST_EFFECTIVE, missedTargets } from './calibration.ts';
import { bucketSizes } from './presets.ts';
import { referenceRules } from './reference-rules.ts';

export interface GenerateRequest {
  /** Where the population shall lie; must not be there yet. */
  readonly folder: string;
  readonly preset: string;
  readonly persons: number;
  /** `PEOPLE_PER_BUCKET` when absent. */
  readonly peoplePerBucket?: number;
  /** A key of `provinces`. */
  readonly province: string;
  /** A safe integer, not below zero. */
  readonly seed: number;
  /** The reference rules, bound; their meaning is part of the population's name. */
  readonly program: Program;
  readonly meaningHash: string;
  readonly on: string;
  /** Children at once; the population does not depend on it. */
  readonly workers?: number;
  readonly onProgress?: (done: number, buckets: number) => void;
  readonly signal?: AbortSignal;
}

export type Generated =
  | { readonly kind: 'made'; readonly manifest: Manifest }
  | { readonly kind: 'there-already' }
  /** The weights cannot meet these targets. */
  | {
      readonly kind: 'targets-missed';
      readonly missed: readonly CalibrationRow[];
      readonly effectiveShare: number;
    }
  | { readonly kind: 'not-made'; readonly outcome: Exclude<Outcome<never>, { kind: 'answer' }> }
  /** The disk is full, the folder cannot be written … */
  | { readonly kind: 'not-written'; readonly reason: string };

/**
 * Makes a population beside its folder and moves it there when it is whole: who cancels, or runs out of disk, finds
 * nothing half written. What a process that was killed had made of the same population is gone on with.
 */
export async function generatePopulation(request: GenerateRequest): Promise<Generated> {
  const folder = resolve(request.folder);
  if (await isThere(folder)) return { kind: 'there-already' };
  let draft: string | undefined;
  try {
    const sizes = bucketSizes(request.persons, request.peoplePerBucket);
    const order = await populationOrder(request, sizes);
    const begun = await begunPopulation(folder, order);
    draft = begun?.draft ?? (await openDraft(folder));
    if (!begun) await beginPopulation(draft, order);
    const made = await makeIn({ draft, done: begun?.done ?? new Map() }, request, sizes);
    if (made.kind !== 'made') return made;
    await forgetBuckets(draft);
    await rename(draft, folder);
    draft = undefined;
    return made;
  } catch (error) {
    return { kind: 'not-written', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
  }
}

/** A bucket takes seconds; one that takes this long hangs. */
const SECONDS_PER_BUCKET = 600;

async function makeIn(
  begun: BegunPopulation,
  request: GenerateRequest,
  sizes: readonly number[],
): Promise<Generated> {
  const blocks = await makeBlocks(begun, request, sizes);
  if ('kind' in blocks) return { kind: 'not-made', outcome: blocks };
  const sums = addSums(blocks.map((block) => block.sums));
  const calibration = calibrationOf(sums);
  const missed = missedTargets(calibration);
  const { effectiveShare } = calibration;
  if (missed.length > 0 || effectiveShare < LEAST_EFFECTIVE) {
    return { kind: 'targets-missed', missed, effectiveShare };
  }
  const manifest = manifestOf(request, blocks, calibration);
  await writeFile(join(begun.draft, MANIFEST_NAME), printManifest(manifest));
  return { kind: 'made', manifest };
}

function manifestOf(
  { preset, province, seed, meaningHash, on }: GenerateRequest,
  blocks: readonly BlockAnswer[],
  calibration: Calibration,
): Manifest {
  const files = blocks.flatMap((block) => block.files);
  const rowsOf = (table: string): number =>
    files.reduce((sum, file) => sum + (file.table === table ? file.rows : 0), 0);
  return sealManifest({
    format: 'tiaoli-population',
    schemaVersion: SCHEMA_VERSION,
    year: POPULATION_YEAR,
    origin: {
      kind: 'synthetic',
      generator: GENERATOR_VERSION,
      ...{ seed, preset, province },
      rules: { document: referenceRules.document, on, meaningHash },
      calibration,
    },
    buckets: blocks.length,
    persons: rowsOf('persons'),
    claims: rowsOf('claims'),
    files,
  });
}

type Failure = Exclude<Outcome<never>, { kind: 'answer' }>;

/** All buckets, each by the next child that is free; in the order of the buckets. */
async function makeBlocks(
  { draft, done }: BegunPopulation,
  request: GenerateRequest,
  sizes: readonly number[],
): Promise<readonly BlockAnswer[] | Failure> {
  const wanted = request.workers ?? childrenThatFit(availableParallelism());
  const todo = sizes.flatMap((_, bucket) => (done.has(bucket) ? [] : [bucket]));
  const children = Array.from({ length: Math.min(wanted, todo.length) }, () => openChild());
  const made: BlockAnswer[] = [];
  for (const [bucket, answer] of done) made[bucket] = answer;
  const run: Run = { draft, request, sizes, made, todo, done: done.size };
  if (done.size > 0) request.onProgress?.(done.size, sizes.length);
  try {
    await Promise.all(children.map((child) => work(child, run)));
  } finally {
    for (const child of children) child.close();
  }
  return run.failure ?? made;
}

interface Run {
  readonly draft: string;
  readonly request: GenerateRequest;
  readonly sizes: readonly number[];
  readonly made: BlockAnswer[];
  /** Buckets that nobody has begun, the next one first. */
  readonly todo: number[];
  done: number;
  failure?: Failure;
}

async function work(child: Child, run: Run): Promise<void> {
  const { draft, sizes, made } = run;
  const { seed, province, program, signal, onProgress } = run.request;
  while (!run.failure) {
    const bucket = run.todo.shift();
    if (bucket === undefined) return;
    const persons = sizes[bucket] ?? 0;
    const job = { folder: draft, seed, province, bucket, buckets: sizes.length, persons, program };
    const outcome = await child.ask(
      { kind: 'block', ...job },
      { seconds: SECONDS_PER_BUCKET, signal },
    );
    if (outcome.kind !== 'answer') {
      run.failure ??= outcome;
      return;
    }
    made[bucket] = outcome.answer;
    await keepBucket(draft, bucket, outcome.answer);
    run.done += 1;
    onProgress?.(run.done, sizes.length);
  }
}
