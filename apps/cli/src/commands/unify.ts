import { today, unificationJson, unifyProvince } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption, policiesOption } from '../command-setup.ts';
import { printEach } from '../print/findings.ts';
import { findingJson } from '../print/findings-json.ts';
import { printUnification } from '../print/unification.ts';
import type { Terminal } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { dayOption } from './calc.ts';
import { loadPolicies } from './load-policies.ts';

interface UnifyOptions {
  readonly on?: string;
  readonly policies?: string;
  readonly format: 'pretty' | 'json';
}

export function unifyCommand(setup: CommandSetup): Command {
  const text = {
    zh: '统一情况：一个省的每个参数在各市是否一致、是否超出授权',
    en: 'which parameters of a province are the same in its cities, and which are out of bounds',
  };
  const on = newOption(setup, '--on <date>', {
    zh: '哪一天的情况（默认今天）',
    en: 'as of which day (default: today)',
  });
  return newCommand(setup, 'unify', text, 'tiaoli unify 山东省 --on 2025-12-01')
    .argument('<PROVINCE>', setup.terminal.language === 'zh' ? '省的名称' : 'name of the province')
    .addOption(on)
    .addOption(policiesOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(
      setup.run((province: string, options: UnifyOptions) =>
        unify(setup.terminal, province, options),
      ),
    );
}

/** 1 where a city is out of bounds, or something could not be read: a matrix with gaps is no clean result. */
async function unify(terminal: Terminal, province: string, options: UnifyOptions): Promise<number> {
  const on = dayOption(options.on) ?? today();
  const { policies } = await loadPolicies(terminal, [], options.policies);
  const { matrix, diagnostics } = unifyProvince(policies, { province, on });
  if (!matrix) {
    printEach(terminal, diagnostics, policies.texts);
    return exitCodes.finding;
  }
  if (options.format === 'json') {
    const json = unificationJson(matrix, terminal.language, findingJson);
    terminal.print(`${JSON.stringify(json, undefined, 2)}\n`);
  } else printUnification(terminal, matrix);
  const { parameters, cities, leftOut, unknownFiles } = matrix;
  const isOutside = parameters.some(({ state }) => state === 'out-of-bounds');
  const hasGaps =
    leftOut.length + unknownFiles.length > 0 ||
    cities.some(({ filesWithErrors }) => filesWithErrors.length > 0);
  return isOutside || hasGaps ? exitCodes.finding : exitCodes.success;
}
