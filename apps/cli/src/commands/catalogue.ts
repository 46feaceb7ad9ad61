import { printDate } from '@tiaoli/base';
import type { CatalogueSearch, EditionDifference } from '@tiaoli/workspace';
import { compareEditions, searchCatalogues, today } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption, policiesOption } from '../command-setup.ts';
import type { Terminal } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { dayOption } from './calc.ts';
import { loadPolicies } from './load-policies.ts';

interface CatalogueOptions {
  readonly on?: string;
  readonly since?: string;
  readonly policies?: string;
  readonly format: 'pretty' | 'json';
}

/** Looks into the rows of every 目录: by code or name, or what changed between two days. */
export function catalogueCommand(setup: CommandSetup): Command {
  const text = {
    zh: '查目录：按编码或名称找当日有效的项目，或比较两个日期的版本',
    en: 'rows of catalogues by code or name, or what changed between two days',
  };
  const on = newOption(setup, '--on <date>', {
    zh: '哪一天有效的项目（默认今天）',
    en: 'rows in force on which day (default: today)',
  });
  const since = newOption(setup, '--since <date>', {
    zh: '与这一天的版本比较：新增、删去和各列的变化',
    en: 'compare with the edition of this day: added, removed, changed by column',
  });
  const { language } = setup.terminal;
  return newCommand(setup, 'catalogue', text, 'tiaoli catalogue X002 --on 2024-12-31')
    .argument('[WORDS]', language === 'zh' ? '编码或名称的一部分' : 'a part of a code or name')
    .addOption(on)
    .addOption(since)
    .addOption(policiesOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(
      setup.run((words: string | undefined, options: CatalogueOptions) =>
        lookInto(setup.terminal, words ?? '', options),
      ),
    );
}

/** 1 where a file could not be read: what is not listed may be in it. */
async function lookInto(
  terminal: Terminal,
  words: string,
  options: CatalogueOptions,
): Promise<number> {
  const on = dayOption(options.on) ?? today();
  const before = dayOption(options.since);
  const { policies } = await loadPolicies(terminal, [], options.policies);
  const found =
    before === undefined
      ? searchCatalogues(policies, { words, on })
      : compareEditions(policies, { before, after: on });
  if (options.format === 'json') terminal.print(`${JSON.stringify(found, undefined, 2)}\n`);
  else for (const each of found) terminal.print(`${printFound(each, printDate(on), terminal)}\n`);
  const isBad = policies.catalogues.findings.some(({ severity }) => severity === 'error');
  return isBad ? exitCodes.finding : exitCodes.success;
}

function printFound(
  each: CatalogueSearch | EditionDifference,
  day: string,
  { language }: Terminal,
): string {
  const mark = each.illustrative ? { zh: '（示例）', en: ' (illustrative)' }[language] : '';
  const head = `${each.catalogue}${mark} ${each.file}`;
  if ('hits' in each) {
    const { count, inForce, hits } = each;
    const sum = {
      zh: `${day} 有效 ${inForce} 项，找到 ${count} 项，列出 ${hits.length} 项`,
      en: `${inForce} rows in force on ${day}, ${count} found, ${hits.length} listed`,
    }[language];
    const lines = hits.map(({ key, cells }) =>
      [key, ...Object.entries(cells).map(([name, cell]) => `${name} ${cell}`)].join('  '),
    );
    return [`${head}\n  ${sum}`, ...lines.map((line) => `  ${line}`)].join('\n');
  }
  const { before, after, added, removed, changed } = each;
  const columns = Object.entries(changed).map(([name, count]) => `${name} ${count}`);
  const sum = {
    zh: `${before} 项变为 ${after} 项：新增 ${added}，删去 ${removed}`,
    en: `${before} rows became ${after}: ${added} added, ${removed} removed`,
  }[language];
  const rest = { zh: '；改变：', en: '; changed: ' }[language];
  return `${head}\n  ${sum}${columns.length > 0 ? `${rest}${columns.join('、')}` : ''}`;
}
