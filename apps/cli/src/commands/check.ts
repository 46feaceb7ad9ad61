import type { Diagnostic } from '@tiaoli/base';
import type { ClauseCoverage } from '@tiaoli/workspace';
import { checkPoliciesBeside, clauseCoverage, countFindings } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { AnalysisThreads } from '../analysis/analyse-in-threads.ts';
import { openAnalysisThreads } from '../analysis/analyse-in-threads.ts';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand } from '../command-setup.ts';
import { printCoverage } from '../print/coverage.ts';
import { printCount, printEach } from '../print/findings.ts';
import { checkJson } from '../print/findings-json.ts';
import { sarifLog } from '../print/sarif.ts';
import type { Terminal } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { loadPolicies } from './load-policies.ts';

interface CheckOptions {
  readonly format: 'pretty' | 'json' | 'sarif';
}

export function checkCommand(setup: CommandSetup): Command {
  const text = { zh: '检查政策文件，列出问题', en: 'check policies and list findings' };
  return newCommand(setup, 'check', text, 'tiaoli check policies --format sarif')
    .argument('[PATH...]', setup.terminal.language === 'zh' ? '文件或文件夹' : 'files or folders')
    .addOption(formatOption(setup, ['pretty', 'json', 'sarif']))
    .action(
      setup.run(async (paths: readonly string[], { format }: CheckOptions) => {
        const threads = openAnalysisThreads();
        try {
          return await check(setup.terminal, paths, format, threads);
        } finally {
          await threads.close();
        }
      }),
    );
}

async function check(
  terminal: Terminal,
  paths: readonly string[],
  format: CheckOptions['format'],
  { analyse }: AnalysisThreads,
): Promise<number> {
  const { files, policies } = await loadPolicies(terminal, paths);
  const findings = await checkPoliciesBeside(analyse, policies, files.isAsked);
  const asked = (await files.list()).filter(files.isAsked);
  const coverage = clauseCoverage(policies, files.isAsked);
  printIn(format, terminal, { findings, coverage }, policies.texts, asked.length);
  return countFindings(findings).error > 0 ? exitCodes.finding : exitCodes.success;
}

interface CheckReport {
  readonly findings: readonly Diagnostic[];
  readonly coverage: readonly ClauseCoverage[];
}

function printIn(
  format: CheckOptions['format'],
  terminal: Terminal,
  { findings, coverage }: CheckReport,
  texts: ReadonlyMap<string, string>,
  files: number,
): void {
  if (format === 'pretty') {
    printEach(terminal, findings, texts);
    printCoverage(terminal, coverage);
    printCount(terminal, findings, files);
    return;
  }
  const { language } = terminal;
  const json =
    format === 'json' ? checkJson(findings, coverage, language) : sarifLog(findings, language);
  terminal.print(`${JSON.stringify(json, undefined, 2)}\n`);
}
