import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AdjustmentRule, WhatIf } from '@tiaoli/simulation';
import { parseAdjustment } from '@tiaoli/simulation';
import type { Option } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newOption } from '../command-setup.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** What may be asked beyond two versions. */
export interface WhatIfOptions {
  readonly sensitivity?: true;
  readonly sweep?: readonly string[];
  readonly solve?: string;
  readonly target?: string;
  readonly funds?: string;
  readonly adjustment?: string;
  readonly threshold?: readonly string[];
}

export function whatIfOptions(setup: CommandSetup): readonly Option[] {
  const option = (flags: string, zh: string, en: string) => newOption(setup, flags, { zh, en });
  return [
    option(
      '--sensitivity',
      '再按就医次数、费用、高额费用的另几种假定各跑一次',
      'run again under other assumptions of claims, costs and dear claims',
    ),
    option(
      '--sweep <spec...>',
      '逐点换一个参数的值，如 大病起付=10000..20000/1000',
      'other values of a parameter, for example 大病起付=10000..20000/1000',
    ),
    option(
      '--solve <parameter>',
      '反求这个参数的值（可带范围），同 --target 一起用',
      'find the value of this parameter (a range may follow), with --target',
    ),
    option(
      '--target <target>',
      '反求的目标：fund=金额、change=金额、ratio=比例、in-policy=比例',
      'what it shall reach: fund=AMOUNT, change=AMOUNT, ratio=SHARE, in-policy=SHARE',
    ),
    option(
      '--funds <accounts.csv>',
      '各市基金账目（城市,年收入,年初结余…）',
      'accounts of the cities (city,income,reserve …)',
    ),
    option(
      '--threshold <spec...>',
      '假设预警名单没有公布的数，如 普通监测线=50%（结果注明是假设）',
      'assume numbers of early-warning lists that were not published, such as 普通监测线=50% (marked in every output)',
    ),
    option(
      '--adjustment <shares>',
      '省级调剂金：按基数上解多少、缺口补多少，如 5%,70%（不写则按这个示例）',
      'provincial adjustment: paid in of the base, covered of the gap, such as 5%,70% (illustrative without it)',
    ),
  ];
}

/** What was asked; refused where half of a question was written, or a file cannot be read. */
export async function readWhatIfOptions(
  terminal: Terminal,
  { sensitivity, sweep, solve, target, funds, adjustment, threshold }: WhatIfOptions,
): Promise<WhatIf> {
  if ((solve === undefined) !== (target === undefined)) {
    throw new UsageError({
      zh: '--solve 和 --target 要一起写。',
      en: '--solve and --target go together.',
    });
  }
  return {
    ...(sensitivity && { sensitivity }),
    ...(sweep && { sweeps: sweep }),
    ...(threshold && { thresholds: threshold }),
    ...(solve !== undefined && target !== undefined && { solve: { parameter: solve, target } }),
    ...(funds !== undefined && { accounts: await readAccountsFile(terminal, funds) }),
    ...(adjustment !== undefined && { adjustment: adjustmentOf(adjustment) }),
  };
}

function adjustmentOf(text: string): AdjustmentRule {
  const rule = parseAdjustment(text);
  if (rule) return rule;
  throw new UsageError({
    zh: `读不懂「--adjustment ${text}」：写两个比例，如 5%,70%。`,
    en: `"--adjustment ${text}" cannot be read: write two shares such as 5%,70%.`,
  });
}

async function readAccountsFile(terminal: Terminal, file: string) {
  const bytes = await readFile(resolve(terminal.cwd, file)).catch(() => undefined);
  const { decodeText } = await import('@tiaoli/workspace');
  const text = bytes && decodeText(bytes);
  if (text === undefined) {
    throw new UsageError({
      zh: `读不出账目文件「${file}」（要 UTF-8 的 CSV）。`,
      en: `The accounts "${file}" cannot be read (a CSV in UTF-8 is needed).`,
    });
  }
  return { text, file };
}
