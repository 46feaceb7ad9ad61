import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { loadPages, serveWorkbench } from '../serving/serve-workbench.ts';
import { openWatch } from '../serving/server-watch.ts';
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
  readonly log: 'plain' | 'json';
  readonly metricsPort?: string;
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
    .addOption(
      newOption(setup, '--log <form>', {
        zh: '把什么写到标准错误：plain 只写给人看的提示，json 每个请求一行',
        en: 'what goes to standard error: notes for people (plain), or a line for each request as well (json)',
      })
        .choices(['plain', 'json'])
        .default('plain'),
    )
    .addOption(
      newOption(setup, '--metrics-port <number>', {
        zh: '在本机的这个端口上以 Prometheus 的格式提供 /metrics',
        en: 'port of this computer on which /metrics answers in the form of Prometheus',
      }),
    )
    .action(setup.run((options: ServeOptions) => serve(setup.terminal, options)));
}

async function serve(asked: Terminal, options: ServeOptions): Promise<number> {
  const { host, open, log } = options;
  const metricsPort = portOption(options.metricsPort, '--metrics-port');
  const policies = await policiesFolder(asked.cwd, options.policies);
  const populations = resolve(asked.cwd, options.populations);
  const port = portOption(options.port);
  const publicAddress = addressOption(options.address);
  const watch = await openWatch(asked, { log, ...(metricsPort !== undefined && { metricsPort }) });
  const { terminal } = watch;
  const pages = loadPages();
  const served = await openServedStore(terminal, options).catch(async (error: unknown) => {
    await watch.close();
    throw error;
  });
  if (served.kind === 'refused') {
    await watch.close();
    return served.exitCode;
  }
  const place = {
    ...{ policies, populations, host, open },
    ...(port !== undefined && { port }),
    ...(publicAddress !== undefined && { publicAddress }),
  };
  return serveWorkbench(place, pages, served, watch, async (address) => {
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
