import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { assertNever } from '@tiaoli/base';
import { buildReport } from '@tiaoli/reports';
import type { ChildPool, SimulationResult } from '@tiaoli/simulation';
import { poolFor, readRun, writeFolder } from '@tiaoli/simulation';
import type { Command, Option } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption, policiesOption } from '../command-setup.ts';
import { printImpactReport } from '../print/impact-report.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import type { RunOptions } from './run-simulation.ts';
import { runSimulation, workersOf } from './run-simulation.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { whatIfOptions } from './what-if-options.ts';

interface SimulateOptions extends RunOptions {
  readonly out?: string;
  readonly format: 'pretty' | 'json';
}

/** What a draft does to the funds and the people of a population. */
export function simulateCommand(setup: CommandSetup): Command {
  const text = {
    zh: '测算：在同一个人群上逐笔结算现行和拟改的规则，比较基金、个人负担的变化',
    en: 'simulate: settle the claims of a population under the rules in force and drafts, and compare funds and people',
  };
  const example =
    'tiaoli simulate --baseline taiyuan.employee-outpatient@2023-01-01 --reform taiyuan.employee-outpatient@2024-07-01 --population people --out impact';
  const option = (flags: string, zh: string, en: string) => newOption(setup, flags, { zh, en });
  const command = newCommand(setup, 'simulate', text, example)
    .addOption(option('--baseline <OLD>', '现行的一边', 'the rules in force').makeOptionMandatory())
    .addOption(
      option(
        '--reform <NEW...>',
        '拟改的一边，可以有几个',
        'the rules proposed; several may be named',
      ).makeOptionMandatory(),
    )
    .addOption(
      option(
        '--population <folder>',
        '人群的文件夹',
        'folder of the population',
      ).makeOptionMandatory(),
    )
    .addOption(
      option(
        '--out <folder>',
        '结果写到哪个文件夹（还没有的或空的）',
        'folder for the result (new or empty)',
      ),
    )
    .addOption(
      option(
        '--workers <count>',
        '同时用几个进程（结果不因此而变）',
        'processes at once (the result does not depend on it)',
      ),
    )
    .addOption(
      option(
        '--scheme <scheme>',
        '测算谁的结算；不写则按文件名称',
        'whose claims are run; as the title says without it',
      ).choices(['employee', 'resident', 'all']),
    )
    .addOption(
      option(
        '--city <name>',
        '测算哪个统筹地区的人，all 为全部；不写则按文件的层级',
        'people of which city, or all; the place of the document without it',
      ),
    )
    .addOption(policiesOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']));
  for (const each of [...runOptions(setup), ...whatIfOptions(setup)]) command.addOption(each);
  return command.action(setup.run((options: SimulateOptions) => run(setup.terminal, options)));
}

/** How the facts of the policy are found, and whether results are kept. */
function runOptions(setup: CommandSetup): readonly Option[] {
  return [
    newOption(setup, '--mapping <file>', {
      zh: '政策的输入取自人群的哪一列（JSON），已知的不必写',
      en: 'which columns inputs of the policy come from (JSON), beyond those that are known',
    }),
    newOption(setup, '--engine <engine>', {
      zh: '在哪里测算：本机（native），或 Spark（合计一样，不挑个案）',
      en: 'where claims are settled: on this computer (native), or on Spark (the same sums, no cases)',
    }).choices(['native', 'spark']),
    newOption(setup, '--master <address>', {
      zh: 'Spark 的地址：local[2]、spark://…、yarn',
      en: 'address of the Spark: local[2], spark://…, yarn',
    }),
    newOption(setup, '--no-cache', {
      zh: '不用留存的结果，也不留存',
      en: 'neither use results that were kept, nor keep this one',
    }),
  ];
}

async function run(terminal: Terminal, options: SimulateOptions): Promise<number> {
  const { out } = options;
  const folder = out === undefined ? undefined : resolve(terminal.cwd, out);
  const there = folder === undefined ? 'nothing' : await runIn(folder);
  if (out !== undefined && there === 'something') throw new UsageError(thereText(out));
  // Before there is any process that works for it.
  return untilInterrupted(async (signal) => {
    const pool = poolFor(workersOf(options));
    try {
      return await runWith({ pool, signal }, terminal, options, there);
    } finally {
      pool.close();
    }
  });
}

async function runWith(
  { pool, signal }: { readonly pool: ChildPool; readonly signal: AbortSignal },
  terminal: Terminal,
  options: SimulateOptions,
  there: Found,
): Promise<number> {
  const { out, format } = options;
  const onBegun = out === undefined ? undefined : loadPapersSoon();
  const simulated = await runSimulation(terminal, options, {
    ...{ pool, signal },
    ...(onBegun && { onBegun }),
  });
  if (!simulated) return exitCodes.failure;
  switch (simulated.kind) {
    case 'done': {
      const { result, isKept } = simulated;
      if (out !== undefined && !isSameRun(there, result)) {
        await writeResult(terminal, { result, out, pool });
      }
      if (format === 'json') terminal.print((await papers()).resultJson(result));
      else printImpactReport(terminal, buildReport(result, terminal.language));
      if (isKept && format === 'pretty') terminal.print(say(terminal, keptText));
      return exitCodes.success;
    }
    case 'refused':
      (await import('../print/findings.ts')).printEach(terminal, simulated.diagnostics, new Map());
      return exitCodes.finding;
    case 'cancelled':
      throw new UsageError({
        zh: '没有测算完：已取消；再运行一次，从做完的分桶接着算。',
        en: 'Not finished: cancelled. The same command goes on from the buckets that are done.',
      });
    default:
      return assertNever(simulated);
  }
}

/** What writes files: the library for Word alone is a third of the program. */
const papers = () => import('../print/run-files.ts');

const UNTIL_AT_WORK_MS = 100;

/** Loads it once, while the processes are at work and this one waits for them. */
function loadPapersSoon(): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    setTimeout(papers, UNTIL_AT_WORK_MS).unref();
  };
}

const keptText = {
  zh: '同样的测算已经做过，用的是留存的结果（--no-cache 重算）。\n',
  en: 'The same run was made before; this is the result that was kept (--no-cache runs it again).\n',
};

function thereText(out: string) {
  return {
    zh: `「${out}」已经有内容；请写到新的文件夹。`,
    en: `"${out}" is not empty; write to a new folder.`,
  };
}

type Found = 'nothing' | 'something' | { readonly id: string };

/** What lies in a folder: nothing, a run by its id, or something else. */
async function runIn(folder: string): Promise<Found> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : ['.'],
  );
  if (entries.length === 0) return 'nothing';
  const text = await readFile(join(folder, 'run.json'), 'utf8').catch(() => '');
  const id = readRun(text)?.identity.id;
  return id === undefined ? 'something' : { id };
}

/** The folder holds this very run: it is left as it is. */
function isSameRun(there: Found, { identity }: SimulationResult) {
  return typeof there === 'object' && there.id === identity.id;
}

async function writeResult(
  terminal: Terminal,
  {
    result,
    out,
    pool,
  }: { readonly result: SimulationResult; readonly out: string; readonly pool: ChildPool },
): Promise<void> {
  const { runFiles } = await papers();
  const files = await runFiles(result, terminal.language, pool);
  const written = await writeFolder(resolve(terminal.cwd, out), files);
  switch (written.kind) {
    case 'written':
      return;
    case 'there-already':
      throw new UsageError(thereText(out));
    case 'not-written':
      throw new UsageError({
        zh: `写不到「${out}」：${written.reason}。`,
        en: `"${out}" cannot be written: ${written.reason}.`,
      });
    default:
      assertNever(written);
  }
}
