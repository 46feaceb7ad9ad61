import type { ExampleResult, ExampleRun } from '@tiaoli/workspace';
import { countFindings, runExamples } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand } from '../command-setup.ts';
import { examplesJson } from '../print/examples-json.ts';
import { printEach } from '../print/findings.ts';
import { junitXml } from '../print/junit.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { loadPolicies } from './load-policies.ts';

interface TestOptions {
  readonly format: 'pretty' | 'json' | 'junit';
}

export function testCommand(setup: CommandSetup): Command {
  const { terminal } = setup;
  const text = {
    zh: '运行政策文件里的算例，逐分比对',
    en: 'run the examples of the policies and compare to the fen',
  };
  return newCommand(setup, 'test', text, 'tiaoli test policies --format junit')
    .argument('[PATH...]', terminal.language === 'zh' ? '文件或文件夹' : 'files or folders')
    .addOption(formatOption(setup, ['pretty', 'json', 'junit']))
    .action(
      setup.run(async (paths: readonly string[], { format }: TestOptions) => {
        const { files, policies } = await loadPolicies(terminal, paths);
        terminal.progress(say(terminal, { zh: '运行算例…', en: 'Running the examples…' }));
        const run = runExamples(policies, files.isAsked);
        terminal.progress('');
        const findings = [...policies.unreadable, ...run.diagnostics];
        if (format === 'json') {
          terminal.print(`${JSON.stringify(examplesJson(run, terminal.language), undefined, 2)}\n`);
        } else if (format === 'junit') terminal.print(junitXml(run, terminal.language));
        else {
          printEach(terminal, findings, policies.texts);
          printExamples(terminal, run);
        }
        const { error } = countFindings(findings);
        const passed = error === 0 && run.examples.every((each) => each.passed);
        return passed ? exitCodes.success : exitCodes.finding;
      }),
    );
}

function printExamples(terminal: Terminal, { examples }: ExampleRun): void {
  for (const [document, own] of Map.groupBy(examples, (each) => each.document)) {
    terminal.print(`${document}\n`);
    for (const example of own) terminal.print(printExample(terminal, example));
  }
  const failed = examples.filter(({ passed }) => !passed).length;
  const passed = examples.length - failed;
  const text = {
    zh: `算例 ${examples.length} 个：通过 ${passed} 个，未通过 ${failed} 个。`,
    en: `${examples.length} examples: ${passed} passed, ${failed} failed.`,
  };
  terminal.print(`${say(terminal, text)}\n`);
}

function printExample(terminal: Terminal, example: ExampleResult): string {
  const { passed, name, cases, comparisons, problems, span } = example;
  const place = `${span.file}:${span.start.line}`;
  const ids = cases.length > 0 ? `  ${cases.join(' ')}` : '';
  const heading = `  ${passed ? '✓' : '✗'} ${name}${ids}\n`;
  if (passed) return heading;
  const wrong = comparisons
    .filter(({ agrees }) => !agrees)
    .map((each) =>
      say(terminal, {
        zh: `${each.name}：应为 ${each.expected}，得 ${each.actual}`,
        en: `${each.name}: expected ${each.expected}, got ${each.actual}`,
      }),
    );
  const said = problems.map((problem) => say(terminal, problem));
  return [heading, ...[place, ...said, ...wrong].map((each) => `      ${each}\n`)].join('');
}
