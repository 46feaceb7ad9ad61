import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { askedAgain, compareRuns, isOnSpark, readRun } from '@tiaoli/simulation';
import { printEach } from '../print/findings.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { runSimulation } from './run-simulation.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { readWhatIfOptions } from './what-if-options.ts';

interface VerifyRunOptions {
  readonly population?: string;
  readonly mapping?: string;
  readonly funds?: string;
  readonly policies?: string;
}

/** Whether a path is the folder of a run rather than a certificate. */
export async function isRunFolder({ cwd }: Terminal, path: string): Promise<boolean> {
  const found = await stat(resolve(cwd, path)).catch(() => undefined);
  return found?.isDirectory() === true;
}

/** Makes a run again and compares: 0 the same, 1 something differs, which is named. */
export async function verifyRun(
  terminal: Terminal,
  folder: string,
  { population, mapping, funds, policies }: VerifyRunOptions,
): Promise<number> {
  const text = await readFile(join(resolve(terminal.cwd, folder), 'run.json'), 'utf8').catch(
    () => '',
  );
  const kept = readRun(text);
  if (!kept) throw new UsageError(noRunText(folder));
  if (population === undefined) throw new UsageError(noPopulationText);
  const { scheme, city, whatIf: texts = [] } = kept.identity.options;
  const { whatIf, accounts } = askedAgain(texts);
  if ((accounts === undefined) !== (funds === undefined)) throw new UsageError(fundsText);
  const given = await readWhatIfOptions(terminal, { ...(funds !== undefined && { funds }) });
  const options = {
    baseline: kept.baseline.version,
    reform: kept.reforms.map(({ scenario }) => scenario.version),
    ...{ population, scheme, city, cache: false },
    ...(mapping !== undefined && { mapping }),
    ...(policies !== undefined && { policies }),
  };
  const again = await untilInterrupted((signal) =>
    runSimulation(terminal, options, { signal, asked: { ...whatIf, ...given } }),
  );
  if (!again) return exitCodes.failure;
  if (again.kind === 'cancelled') throw new UsageError(cancelledText);
  if (again.kind === 'refused') {
    printEach(terminal, again.diagnostics, new Map());
    return exitCodes.finding;
  }
  const found = compareRuns(kept, again.result);
  if (found.length === 0) {
    const text = isOnSpark(kept) ? sameButPeopleText : sameText;
    terminal.print(say(terminal, text(kept.identity.id)));
    return exitCodes.success;
  }
  for (const { path, kept: before, again: now } of found.slice(0, MOST_SHOWN)) {
    terminal.print(`${path}\n  ${before}\n  ${now}\n`);
  }
  terminal.print(say(terminal, otherText(found.length)));
  return exitCodes.finding;
}

const MOST_SHOWN = 20;

const cancelledText = { zh: '没有核对完：已取消。', en: 'Not finished: cancelled.' };

const noPopulationText = {
  zh: '核对一次测算要用 --population 写明人群的文件夹。',
  en: 'To check a run, name the folder of its population with --population.',
};

const fundsText = {
  zh: '这次测算用了各市基金账目：用 --funds 给出同一个文件；没有用账目的，不要写 --funds。',
  en: 'Name the accounts of the cities with --funds if the run was made with them, and only then.',
};

function noRunText(folder: string) {
  return {
    zh: `「${folder}」里没有 run.json，或它不是测算的结果。`,
    en: `"${folder}" has no run.json, or it holds no run.`,
  };
}

function sameText(id: string) {
  return {
    zh: `重算一遍，每一项都相同。\n测算 ${id}\n`,
    en: `Made again; everything is the same.\nRun ${id}\n`,
  };
}

function sameButPeopleText(id: string) {
  return {
    zh: `在 Spark 上的测算，在本机重算一遍：合计、分组和误差每一项都相同。个案和预警名单在 Spark 上没有，不核对。\n测算 ${id}\n`,
    en: `A run on Spark, made again on this computer: all sums, groups and errors are the same. It has no cases and no lists, which are not compared.\nRun ${id}\n`,
  };
}

/** Hashes stand first among the differences: they say what is another. */
function otherText(count: number) {
  return {
    zh: `重算的结果有 ${count} 项不同（上：留存的，下：重算的）。engine 是程序，root 是人群，meaningHash 是规则。\n`,
    en: `${count} things differ (above: as kept, below: made again). engine is the program, root the population, meaningHash the rules.\n`,
  };
}
