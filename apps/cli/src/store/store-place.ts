import { resolve } from 'node:path';
import type { DatabasePlace } from '@tiaoli/store';
import type { Option } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newOption } from '../command-setup.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export interface DataOptions {
  readonly data?: string;
}

/** The folder of the embedded database, where nothing else is named. */
const usualFolder = 'tiaoli-data';

export function dataOption(setup: CommandSetup): Option {
  return newOption(setup, '--data <folder>', {
    zh: `内嵌数据库的文件夹（默认 ${usualFolder}；用服务器时改设环境变量 DATABASE_URL）`,
    en: `folder of the embedded database (default ${usualFolder}; for a server set DATABASE_URL instead)`,
  });
}

/** Where the store is. Two places named at once are refused: the wrong one might be restored to or backed up. */
export function storePlace(
  terminal: Terminal,
  { data }: DataOptions,
  url: string | undefined = process.env.DATABASE_URL,
): DatabasePlace {
  if (!url) return { kind: 'folder', folder: resolve(terminal.cwd, data ?? usualFolder) };
  if (data === undefined) return { kind: 'server', url };
  throw new UsageError({
    zh: '既给了 --data，又设了环境变量 DATABASE_URL，不知道该用哪个数据库。请去掉其中一个。',
    en: 'Both --data and the variable DATABASE_URL name a database; leave one of them out.',
  });
}
