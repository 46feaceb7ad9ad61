import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ChildPool, InputMapping, Simulated, SparkPlace, WhatIf } from '@tiaoli/simulation';
import { readInputMapping, runStudy } from '@tiaoli/simulation';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import type { WhatIfOptions } from './what-if-options.ts';
import { readWhatIfOptions } from './what-if-options.ts';
import { wholeNumber } from './whole-number.ts';

/** What of the options of a run decides what is run, and how. */
export interface RunOptions extends WhatIfOptions {
  readonly baseline: string;
  readonly reform: readonly string[];
  readonly population: string;
  readonly workers?: string;
  readonly scheme?: 'employee' | 'resident' | 'all';
  readonly city?: string;
  readonly mapping?: string;
  readonly policies?: string;
  readonly engine?: 'native' | 'spark';
  readonly master?: string;
  /** False with `--no-cache`. */
  readonly cache: boolean;
}

interface Given {
  readonly signal: AbortSignal;
  readonly pool?: ChildPool;
  /** Called when the processes are told what to do: from then on this one mostly waits. */
  readonly onBegun?: () => void;
  /** In place of the options for it. */
  readonly asked?: WhatIf;
}

/** Runs what was named; undefined where some rules cannot be run, which is told. */
export async function runSimulation(
  terminal: Terminal,
  options: RunOptions,
  given: Given,
): Promise<Simulated | undefined> {
  const simulated = await simulate(terminal, options, given);
  terminal.progress('');
  return simulated;
}

async function simulate(
  terminal: Terminal,
  options: RunOptions,
  { signal, pool, asked, onBegun }: Given,
): Promise<Simulated | undefined> {
  const { population, scheme, city } = options;
  // Who starts processes starts them first: what reads policies takes as long to load as they take to be there.
  const { rulesOfRun } = await import('../rules/rules-of-run.ts');
  const references = [options.baseline, ...options.reform];
  const keptIn = options.cache ? cacheFolder('rules') : undefined;
  const rules = await rulesOfRun(terminal, { references, folder: options.policies, keptIn });
  const [baseline, ...reforms] = rules?.scenarios ?? [];
  if (!rules || !baseline) return undefined;
  const request = {
    ...{ baseline, reforms, population: resolve(terminal.cwd, population) },
    before: rules.before,
    lists: rules.lists,
    whatIf: asked ?? (await readWhatIfOptions(terminal, options)),
    mapping: await mappingOf(terminal, options.mapping),
    coverage: { ...(scheme !== undefined && { scheme }), ...(city !== undefined && { city }) },
  };
  const workers = workersOf(options);
  const spark = sparkOf(options);
  return runStudy(request, {
    signal,
    ...(workers !== undefined && { workers }),
    ...(pool && { pool }),
    ...(spark && { spark }),
    ...(options.cache && { cacheFolder: cacheFolder('runs') }),
    onProgress: (done, all) => {
      onBegun?.();
      terminal.progress(say(terminal, { zh: `测算 ${done}/${all}`, en: `Running ${done}/${all}` }));
    },
  });
}

/** Processes at once, where the call says so. */
export function workersOf({ workers }: Pick<RunOptions, 'workers'>): number | undefined {
  return workers === undefined ? undefined : wholeNumber('--workers', workers, 64, 1);
}

/** The Spark on which the claims are settled; undefined where they are settled here. */
function sparkOf({ engine, master, sensitivity }: RunOptions): SparkPlace | undefined {
  if (engine !== 'spark') {
    if (master === undefined) return undefined;
    throw new UsageError({
      zh: '--master 是 Spark 的地址，要和 --engine spark 一起写。',
      en: '--master is the address of a Spark and goes with --engine spark.',
    });
  }
  if (sensitivity) {
    throw new UsageError({
      zh: '--sensitivity 要改动结算再算，只能在本机测算；去掉它，或去掉 --engine spark。',
      en: '--sensitivity runs on changed claims, on this computer only: leave it out, or --engine spark.',
    });
  }
  return { master: master ?? 'local[*]' };
}

/** Where results, and rules that were made ready, are kept from one command to the next. */
function cacheFolder(kind: 'runs' | 'rules'): string {
  const { TIAOLI_CACHE, XDG_CACHE_HOME } = process.env;
  return join(TIAOLI_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tiaoli'), kind);
}

async function mappingOf(
  terminal: Terminal,
  path: string | undefined,
): Promise<readonly InputMapping[]> {
  if (path === undefined) return [];
  const text = await readFile(resolve(terminal.cwd, path), 'utf8').catch(() => {
    throw new UsageError({ zh: `读不了「${path}」。`, en: `"${path}" cannot be read.` });
  });
  const { mapping, fault } = readInputMapping(text);
  if (mapping) return mapping;
  throw new UsageError({
    zh: `对照表「${path}」有误：${fault.zh}。`,
    en: `The mapping "${path}" is wrong: ${fault.en}.`,
  });
}
