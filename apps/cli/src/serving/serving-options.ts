import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Option } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newOption } from '../command-setup.ts';
import { defaultPolicies } from '../files/policy-files.ts';
import { UsageError } from '../usage-error.ts';

// What every command that serves the workbench can be told.

/** Tried first when no port is asked for; the system gives another one when it is taken. */
export const USUAL_PORT = 3070;

export const loopback = '127.0.0.1';

export interface ServingOptions {
  readonly policies: string;
  readonly populations: string;
  readonly port?: string;
  readonly open: boolean;
}

/** The options of `ServingOptions`, in the order of the help. */
export function servingOptions(setup: CommandSetup): readonly Option[] {
  return [
    newOption(setup, '--policies <folder>', {
      zh: '政策文件夹',
      en: 'the folder of policies',
    }).default(defaultPolicies),
    newOption(setup, '--populations <folder>', {
      zh: '放人群的文件夹，每个人群一个子文件夹；没有的话，生成示例人群时建立',
      en: 'the folder of populations, one folder each; made with the first sample when it is not there',
    }).default('populations'),
    newOption(setup, '--port <number>', {
      zh: `端口（不写时用 ${USUAL_PORT}，被占用则另找一个）`,
      en: `the port (${USUAL_PORT} when left out, or another one that is free)`,
    }),
    newOption(setup, '--no-open', { zh: '不打开浏览器', en: 'open no browser' }),
  ];
}

/** The folder of policies, which must be there. */
export async function policiesFolder(cwd: string, folder: string): Promise<string> {
  const full = resolve(cwd, folder);
  const found = await stat(full).catch(() => undefined);
  if (found?.isDirectory()) return full;
  throw new UsageError({
    zh: `没有「${folder}」这个文件夹。请在放政策的文件夹的上一级运行，或用 --policies 指明。`,
    en: `There is no folder "${folder}". Run this above the folder of policies, or name it with --policies.`,
  });
}

/** Undefined where any port that is free will do. */
export function portOption(text: string | undefined, option = '--port'): number | undefined {
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new UsageError({
    zh: `${option} 应为 0 到 65535 的整数，不是「${text}」。`,
    en: `${option} must be a whole number from 0 to 65535, not "${text}".`,
  });
}
