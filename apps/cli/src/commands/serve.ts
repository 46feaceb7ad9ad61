import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RunnerOptions } from '@tiaoli/jobs';
import type { Workbench } from '@tiaoli/web';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { defaultPolicies } from '../files/policy-files.ts';
import { openBrowser } from '../open-browser.ts';
import type { ServedStore, ServedStoreOptions } from '../store/open-served-store.ts';
import { openServedStore } from '../store/open-served-store.ts';
import { printSetUp } from '../store/print-set-up.ts';
import { whoIsOf } from '../store/who-is.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';

interface ServeOptions extends ServedStoreOptions {
  readonly policies: string;
  readonly populations: string;
  readonly port?: string;
  readonly host: string;
  readonly open: boolean;
}

/** Tried first when no port is asked for; the system gives another one when it is taken. */
const USUAL_PORT = 3070;

const loopback = '127.0.0.1';

export function serveCommand(setup: CommandSetup): Command {
  const text = {
    zh: '打开工作台：在浏览器里写政策、检查、运行算例、计算',
    en: 'open the workbench: write, check, run examples and calculate in a browser',
  };
  return newCommand(setup, 'serve', text, 'tiaoli serve --port 8080')
    .addOption(
      newOption(setup, '--policies <folder>', {
        zh: '政策文件夹',
        en: 'the folder of policies',
      }).default(defaultPolicies),
    )
    .addOption(
      newOption(setup, '--populations <folder>', {
        zh: '放人群的文件夹，每个人群一个子文件夹；没有的话，生成示例人群时建立',
        en: 'the folder of populations, one folder each; made with the first sample when it is not there',
      }).default('populations'),
    )
    .addOption(
      newOption(setup, '--data <folder>', {
        zh: '内嵌数据库的文件夹：同时提供 /api/v1（用服务器时改设环境变量 DATABASE_URL）',
        en: 'folder of the embedded database, for /api/v1 as well (for a server set DATABASE_URL instead)',
      }),
    )
    .addOption(
      newOption(setup, '--port <number>', {
        zh: `端口（不写时用 ${USUAL_PORT}，被占用则另找一个）`,
        en: `the port (${USUAL_PORT} when left out, or another one that is free)`,
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
    .addOption(newOption(setup, '--no-open', { zh: '不打开浏览器', en: 'open no browser' }))
    .action(setup.run((options: ServeOptions) => serve(setup.terminal, options)));
}

/** Serves until it is told to stop by a signal. */
async function serve(terminal: Terminal, options: ServeOptions): Promise<number> {
  const place = {
    policies: await policiesFolder(terminal.cwd, options.policies),
    populations: resolve(terminal.cwd, options.populations),
    host: options.host,
  };
  const port = portOption(options.port);
  const publicAddress = addressOption(options.address);
  const served = await openServedStore(terminal, options);
  if (served.kind === 'refused') return served.exitCode;
  try {
    return await serveAt(
      {
        ...place,
        ...(port !== undefined && { port }),
        ...(publicAddress !== undefined && { publicAddress }),
      },
      served,
      terminal,
      options,
    );
  } finally {
    // Also where the pages cannot be built, or the port is taken.
    if (served.kind === 'opened') await served.store.close();
  }
}

/** What was asked for, and is there; without a port any that is free will do. */
interface ServedPlace {
  readonly policies: string;
  readonly populations: string;
  readonly host: string;
  readonly port?: number;
  readonly publicAddress?: string;
}

async function serveAt(
  { port, publicAddress, ...place }: ServedPlace,
  served: Exclude<ServedStore, { kind: 'refused' }>,
  terminal: Terminal,
  options: ServeOptions,
): Promise<number> {
  // Next.js is large; only this command loads it.
  const { buildWorkbench, startWorkbench } = await import('@tiaoli/web');
  await buildWorkbench((step) => {
    if (step === 'workers') terminal.note(say(terminal, building));
  });
  // Before the address is printed: whoever reads it may end the server at once.
  const stopped = stopSignal();
  const closing = new AbortController();
  const api =
    served.kind === 'opened'
      ? { api: await apiOf(terminal, served, closing.signal), whoIs: whoIsOf(served) }
      : {};
  const reached = publicAddress === undefined ? {} : { publicAddress };
  const start = (asked: number): Promise<Workbench> =>
    startWorkbench({ ...place, port: asked, ...api, ...reached });
  const workbench = await start(port ?? USUAL_PORT).catch((error: unknown) => {
    if (port === undefined && isTaken(error)) return start(0);
    throw notServed(error, options);
  });
  const runner = served.kind === 'opened' ? await runnerOf(terminal, served.store) : undefined;
  terminal.print(`${say(terminal, { zh: '工作台', en: 'Workbench' })}：${workbench.address}\n`);
  if (served.kind === 'opened') {
    await printSetUp(terminal, served.accounts, publicAddress ?? workbench.address);
  }
  if (options.host !== loopback && served.kind === 'none') terminal.note(say(terminal, noAccounts));
  terminal.note(say(terminal, { zh: '按 Ctrl+C 停止。\n', en: 'Press Ctrl+C to stop.\n' }));
  if (options.open && process.stdout.isTTY) await openBrowser(workbench.address);
  await stopped;
  terminal.note(say(terminal, { zh: '正在停止…\n', en: 'Stopping…\n' }));
  closing.abort();
  await Promise.all([workbench.stop(), runner?.close()]);
  return exitCodes.success;
}

/** What answers below `/api/v1`. */
async function apiOf(
  terminal: Terminal,
  { store, accounts }: Extract<ServedStore, { kind: 'opened' }>,
  closing: AbortSignal,
) {
  const { createApi } = await import('@tiaoli/api');
  const api = createApi({
    ...{ store, accounts, closing, clock: () => performance.now(), now: () => new Date() },
    onDefect: (error) => {
      terminal.note(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    },
  });
  return (request: Request, address: string) => api.fetch(request, { address });
}

/** What works on the jobs of the store, as long as it is served. */
async function runnerOf(terminal: Terminal, store: RunnerOptions['store']) {
  const { openJobRunner } = await import('@tiaoli/jobs');
  return openJobRunner({ store, onProblem: (problem) => terminal.note(`${problem}\n`) });
}

const building = {
  zh: '正在构建页面（第一次约一分钟，之后不再需要）…\n',
  en: 'Building the pages (about a minute, the first time only)…\n',
};

const noAccounts = {
  zh: '注意：没有数据库就没有账号，能连到这个地址的人都可以改文件。要有账号，请加 --data。\n',
  en: 'Mind: without a store there are no accounts; whoever reaches this address can change the documents. For accounts add --data.\n',
};

async function policiesFolder(cwd: string, folder: string): Promise<string> {
  const full = resolve(cwd, folder);
  const found = await stat(full).catch(() => undefined);
  if (found?.isDirectory()) return full;
  throw new UsageError({
    zh: `没有「${folder}」这个文件夹。请在放政策的文件夹的上一级运行，或用 --policies 指明。`,
    en: `There is no folder "${folder}". Run this above the folder of policies, or name it with --policies.`,
  });
}

function portOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new UsageError({
    zh: `--port 应为 0 到 65535 的整数，不是「${text}」。`,
    en: `--port must be a whole number from 0 to 65535, not "${text}".`,
  });
}

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

function isTaken(error: unknown): boolean {
  return errorCode(error) === 'EADDRINUSE';
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Why the address cannot be used, in words; anything else is a defect and stays as it is. */
function notServed(error: unknown, { host, port = String(USUAL_PORT) }: ServeOptions): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new UsageError({
        zh: `端口 ${port} 已被别的程序占用。请换一个 --port，或不写由程序另找。`,
        en: `Port ${port} is taken by another program. Choose another --port, or leave it out.`,
      });
    case 'EACCES':
      return new UsageError({
        zh: `没有权限使用端口 ${port}。请换一个 1024 以上的 --port。`,
        en: `There is no permission to use port ${port}. Choose a --port above 1024.`,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UsageError({
        zh: `本机没有「${host}」这个地址。`,
        en: `This computer has no address "${host}".`,
      });
    default:
      return error;
  }
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => done());
    }
  });
}
