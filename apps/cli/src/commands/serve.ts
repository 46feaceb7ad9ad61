import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { serveWorkbench } from '../serving/serve-workbench.ts';
import type { ServingOptions } from '../serving/serving-options.ts';
import {
  loopback,
  policiesFolder,
  portOption,
  servingOptions,
} from '../serving/serving-options.ts';
import type { ServedStoreOptions } from '../store/open-served-store.ts';
import { openServedStore } from '../store/open-served-store.ts';
import { printSetUp } from '../store/print-set-up.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

interface ServeOptions extends ServingOptions, ServedStoreOptions {
  readonly host: string;
}

export function serveCommand(setup: CommandSetup): Command {
  const text = {
    zh: '打开工作台：在浏览器里写政策、检查、运行算例、计算',
    en: 'open the workbench: write, check, run examples and calculate in a browser',
  };
  const command = newCommand(setup, 'serve', text, 'tiaoli serve --port 8080');
  for (const option of servingOptions(setup)) command.addOption(option);
  return command
    .addOption(
      newOption(setup, '--data <folder>', {
        zh: '内嵌数据库的文件夹：同时提供 /api/v1（用服务器时改设环境变量 DATABASE_URL）',
        en: 'folder of the embedded database, for /api/v1 as well (for a server set DATABASE_URL instead)',
      }),
    )
    .addOption(
      newOption(setup, '--host <address>', {
        zh: '在哪个地址上提供服务；没有数据库（--data）就没有账号，只宜用本机',
        en: 'on which address to serve; without a store (--data) there are no accounts, so keep to this computer',
      }).default(loopback),
    )
    .addOption(
      newOption(setup, '--address <url>', {
        zh: '大家访问工作台的网址，如经反向代理的 https://tiaoli.example；以 https 开头时 Cookie 只走加密连接',
        en: 'under which address people reach it, such as https://tiaoli.example behind a proxy; with https cookies go over such connections alone',
      }),
    )
    .action(setup.run((options: ServeOptions) => serve(setup.terminal, options)));
}

async function serve(terminal: Terminal, options: ServeOptions): Promise<number> {
  const { host, open } = options;
  const policies = await policiesFolder(terminal.cwd, options.policies);
  const populations = resolve(terminal.cwd, options.populations);
  const port = portOption(options.port);
  const publicAddress = addressOption(options.address);
  const served = await openServedStore(terminal, options);
  if (served.kind === 'refused') return served.exitCode;
  const place = {
    ...{ policies, populations, host, open },
    ...(port !== undefined && { port }),
    ...(publicAddress !== undefined && { publicAddress }),
  };
  return serveWorkbench(place, served, terminal, async (address) => {
    if (served.kind === 'opened') await printSetUp(terminal, served.accounts, address);
    else if (host !== loopback) terminal.note(say(terminal, noAccounts));
  });
}

const noAccounts = {
  zh: '注意：没有数据库就没有账号，能连到这个地址的人都可以改文件。要有账号，请加 --data。\n',
  en: 'Mind: without a store there are no accounts; whoever reaches this address can change the documents. For accounts add --data.\n',
};

/** An origin: what follows the host would not be heeded. */
function addressOption(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin;
  throw new UsageError({
    zh: `--address 应当像 https://tiaoli.example 那样，后面不带路径，不是「${text}」。`,
    en: `--address is written like https://tiaoli.example, with nothing after it, not "${text}".`,
  });
}
