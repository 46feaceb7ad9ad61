import { listServices } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption, policiesOption } from '../command-setup.ts';
import { printServices } from '../print/services.ts';
import type { Terminal } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { dayOption } from './calc.ts';
import { loadPolicies } from './load-policies.ts';

interface ServicesOptions {
  readonly before?: string;
  readonly after?: string;
  readonly policies?: string;
  readonly format: 'pretty' | 'json';
}

export function servicesCommand(setup: CommandSetup): Command {
  const text = {
    zh: '经办事项：时限、材料、渠道的前后对照，下降多少是算出来的',
    en: 'handling services before and after: limits, materials, channels, and by how much they fall',
  };
  const before = newOption(setup, '--before <date>', {
    zh: '前一天（默认文件施行的前一天）',
    en: 'the earlier day (default: the day before each document is in force)',
  });
  const after = newOption(setup, '--after <date>', {
    zh: '后一天（默认文件施行的那天）',
    en: 'the later day (default: the first day of each document)',
  });
  return newCommand(setup, 'services', text, 'tiaoli services 山东省')
    .argument(
      '[PLACE]',
      setup.terminal.language === 'zh' ? '地区（默认全部）' : 'place (default: all)',
    )
    .addOption(before)
    .addOption(after)
    .addOption(policiesOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(
      setup.run((place: string | undefined, options: ServicesOptions) =>
        services(setup.terminal, place, options),
      ),
    );
}

/** 1 where a file with errors is left out: a list with gaps is no clean result. */
async function services(
  terminal: Terminal,
  place: string | undefined,
  options: ServicesOptions,
): Promise<number> {
  const [before, after] = [dayOption(options.before), dayOption(options.after)];
  const { policies } = await loadPolicies(terminal, [], options.policies);
  const list = listServices(policies, {
    ...(place !== undefined && { place }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  });
  if (options.format === 'json') terminal.print(`${JSON.stringify(list, undefined, 2)}\n`);
  else printServices(terminal, list);
  return list.leftOut.length > 0 ? exitCodes.finding : exitCodes.success;
}
