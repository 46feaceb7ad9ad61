import { resolve } from 'node:path';
import { assertNever } from '@tiaoli/base';
import { buildReport } from '@tiaoli/reports';
import type { SimulationResult } from '@tiaoli/simulation';
import { runStudy, writeFolder } from '@tiaoli/simulation';
import type { NamedSide } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption } from '../command-setup.ts';
import { printEach } from '../print/findings.ts';
import { printImpactReport } from '../print/impact-report.ts';
import { resultJson, runFiles } from '../print/run-files.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { policiesOption } from './calc.ts';
import { loadSide } from './load-sides.ts';
import { rulesBefore, rulesToRun } from './rules-to-run.ts';
import { untilInterrupted } from './until-interrupted.ts';
import type { WhatIfOptions } from './what-if-options.ts';
import { readWhatIfOptions, whatIfOptions } from './what-if-options.ts';
import { wholeNumber } from './whole-number.ts';

interface SimulateOptions extends WhatIfOptions {
  readonly baseline: string;
  readonly reform: readonly string[];
  readonly population: string;
  readonly out?: string;
  readonly workers?: string;
  readonly scheme?: 'employee' | 'resident' | 'all';
  readonly city?: string;
  readonly policies?: string;
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
  for (const each of whatIfOptions(setup)) command.addOption(each);
  return command.action(setup.run((options: SimulateOptions) => run(setup.terminal, options)));
}

async function run(terminal: Terminal, options: SimulateOptions): Promise<number> {
  const { population, workers, out, format } = options;
  const sides: NamedSide[] = [];
  for (const reference of [options.baseline, ...options.reform]) {
    sides.push(await loadSide(terminal, reference, options.policies));
  }
  const scenarios = sides.map((side) => rulesToRun(terminal, side));
  const [baseline, ...reforms] = scenarios.filter((each) => each !== undefined);
  if (!baseline || scenarios.includes(undefined)) return exitCodes.failure;
  const whatIf = await readWhatIfOptions(terminal, options);
  const simulated = await untilInterrupted((signal) =>
    runStudy(
      {
        ...{ baseline, reforms, population: resolve(terminal.cwd, population) },
        before: rulesBefore(sides[0]),
        whatIf,
        coverage: {
          ...(options.scheme !== undefined && { scheme: options.scheme }),
          ...(options.city !== undefined && { city: options.city }),
        },
      },
      {
        signal,
        ...(workers !== undefined && { workers: wholeNumber('--workers', workers, 64, 1) }),
        onProgress: (done, all) =>
          terminal.progress(
            say(terminal, { zh: `测算 ${done}/${all}`, en: `Running ${done}/${all}` }),
          ),
      },
    ),
  );
  terminal.progress('');
  switch (simulated.kind) {
    case 'done':
      await writeResult(terminal, simulated.result, out);
      if (format === 'json') terminal.print(resultJson(simulated.result));
      else printImpactReport(terminal, buildReport(simulated.result, terminal.language));
      return exitCodes.success;
    case 'refused':
      printEach(terminal, simulated.diagnostics, new Map());
      return exitCodes.finding;
    case 'cancelled':
      throw new UsageError({ zh: '没有测算完：已取消。', en: 'Not finished: cancelled.' });
    default:
      return assertNever(simulated);
  }
}

async function writeResult(
  terminal: Terminal,
  result: SimulationResult,
  out: string | undefined,
): Promise<void> {
  if (out === undefined) return;
  const files = await runFiles(result, terminal.language);
  const written = await writeFolder(resolve(terminal.cwd, out), files);
  switch (written.kind) {
    case 'written':
      return;
    case 'there-already':
      throw new UsageError({
        zh: `「${out}」已经有内容；请写到新的文件夹。`,
        en: `"${out}" is not empty; write to a new folder.`,
      });
    case 'not-written':
      throw new UsageError({
        zh: `写不到「${out}」：${written.reason}。`,
        en: `"${out}" cannot be written: ${written.reason}.`,
      });
    default:
      assertNever(written);
  }
}
