import type { RunnerOptions } from '@tiaoli/jobs';
import type { Workbench } from '@tiaoli/web';
import { openBrowser } from '../open-browser.ts';
import type { ServedStore } from '../store/open-served-store.ts';
import { whoIsOf } from '../store/who-is.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { isTaken, notServed } from './not-served.ts';
import type { ServerWatch } from './server-watch.ts';
import { USUAL_PORT } from './serving-options.ts';

/** What was asked for, and is there; without a port any that is free will do. */
export interface ServedPlace {
  readonly policies: string;
  readonly populations: string;
  readonly host: string;
  readonly port?: number;
  readonly publicAddress?: string;
  /** Whether a browser is opened, where there is a screen. */
  readonly open: boolean;
}

/** What serves the pages, and whether they are built. */
export interface Pages {
  readonly web: typeof import('@tiaoli/web');
  readonly isBuilt: boolean;
}

/** Loads what serves the pages. It takes its time, and much of that passes in waiting: begin before the store is opened. */
export async function loadPages(): Promise<Pages> {
  // Next.js is large; only commands that serve load it.
  const web = await import('@tiaoli/web');
  return { web, isBuilt: await web.isBuilt() };
}

/** Serves until it is told to stop by a signal, and closes the store then; `onServed` is told the address once it answers. */
export async function serveWorkbench(
  place: ServedPlace,
  pages: Promise<Pages>,
  served: Exclude<ServedStore, { kind: 'refused' }>,
  watch: ServerWatch,
  onServed: (address: string) => Promise<void>,
): Promise<number> {
  try {
    return await serveAt(place, await pages, served, watch, onServed);
  } finally {
    // Also where the pages cannot be built, or the port is taken.
    if (served.kind === 'opened') await served.store.close();
    await watch.close();
  }
}

async function serveAt(
  { port, publicAddress, open, ...place }: ServedPlace,
  { web, isBuilt }: Pages,
  served: Exclude<ServedStore, { kind: 'refused' }>,
  watch: ServerWatch,
  onServed: (address: string) => Promise<void>,
): Promise<number> {
  const { terminal, onAnswered } = watch;
  if (!isBuilt) {
    terminal.note(say(terminal, building));
    await web.buildWorkbench();
  }
  // Before the address is printed: whoever reads it may end the server at once.
  const stopped = stopSignal();
  const closing = new AbortController();
  const api =
    served.kind === 'opened'
      ? {
          api: await apiOf(watch, served, place.populations, closing.signal),
          ...{ whoIs: whoIsOf(served), isDemo: served.accounts.demo !== undefined },
        }
      : {};
  const reached = {
    ...(publicAddress !== undefined && { publicAddress }),
    ...(onAnswered && { onAnswered }),
  };
  const start = (asked: number): Promise<Workbench> =>
    web.startWorkbench({ ...place, port: asked, ...api, ...reached });
  const workbench = await start(port ?? USUAL_PORT).catch((error: unknown) => {
    if (port === undefined && isTaken(error)) return start(0);
    throw notServed(error, place.host, port ?? USUAL_PORT);
  });
  const runner =
    served.kind === 'opened' ? await runnerOf(watch, served.store, place.populations) : undefined;
  terminal.print(`${say(terminal, { zh: '工作台', en: 'Workbench' })}：${workbench.address}\n`);
  await onServed(publicAddress ?? workbench.address);
  terminal.note(say(terminal, { zh: '按 Ctrl+C 停止。\n', en: 'Press Ctrl+C to stop.\n' }));
  if (open && process.stdout.isTTY) await openBrowser(workbench.address);
  await stopped;
  terminal.note(say(terminal, { zh: '正在停止…\n', en: 'Stopping…\n' }));
  closing.abort();
  await Promise.all([workbench.stop(), runner?.close()]);
  return exitCodes.success;
}

/** What answers below `/api/v1`. */
async function apiOf(
  { onProblem }: ServerWatch,
  { store, accounts }: Extract<ServedStore, { kind: 'opened' }>,
  populations: string,
  closing: AbortSignal,
) {
  const { createApi } = await import('@tiaoli/api');
  const { removePeople } = await import('@tiaoli/jobs');
  const api = createApi({
    removePeople: (folder) => removePeople(populations, folder),
    ...{ store, accounts, closing, clock: () => performance.now(), now: () => new Date() },
    onDefect: (error) => {
      onProblem(String(error instanceof Error ? (error.stack ?? error.message) : error));
    },
  });
  return (request: Request, address: string) => api.fetch(request, { address });
}

/** What works on the jobs of the store, as long as it is served. */
async function runnerOf(
  { onProblem, onJob }: ServerWatch,
  store: RunnerOptions['store'],
  populations: string,
) {
  const { openJobRunner } = await import('@tiaoli/jobs');
  return openJobRunner({
    ...{ store, populations, onProblem },
    onStep: ({ kind }, _pid, step) => {
      if (step === undefined) onJob?.(kind);
    },
  });
}

const building = {
  zh: '正在构建页面（第一次约一分钟，之后不再需要）…\n',
  en: 'Building the pages (about a minute, the first time only)…\n',
};

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => done());
    }
  });
}
