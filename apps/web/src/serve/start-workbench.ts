import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import next from 'next';
import { shareComparing } from '../http/comparison-jobs.ts';
import { shareImporting } from '../http/importing.ts';
import { shareSimulating } from '../http/simulating.ts';
import type { StoreApi } from '../http/store-api.ts';
import { shareStoreApi } from '../http/store-api.ts';
import type { StoreServed } from '../http/store-served.ts';
import { shareStoreServed } from '../http/store-served.ts';
import { openComparisonDesk } from '../jobs/comparison-desk.ts';
import { openComparisonJobs } from '../jobs/comparison-jobs.ts';
import { openImportDesk } from '../jobs/import-desk.ts';
import { openSimulations } from '../jobs/open-simulations.ts';
import { jobLimits, startThread } from '../jobs/start-thread.ts';
import { clientAddress } from './client-address.ts';
import type { WhoIs } from './door.ts';
import { passesDoor } from './door.ts';
import { refusal } from './guard-request.ts';
import type { Answered } from './tell-answered.ts';
import { tellAnswered } from './tell-answered.ts';
import { repositoryFolder, webFolder } from './web-folder.ts';

export interface WorkbenchOptions {
  /** The folder of policies, as an absolute path. */
  readonly policies: string;
  /** The folder of populations, likewise; need not be there yet. */
  readonly populations: string;
  /** 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Under which address people reach it, where that is another one: behind a proxy, which tells whom it asks for. */
  readonly publicAddress?: string;
  /** Answers requests to `/api/v1/…` from a network address; without it there is nothing there. */
  readonly api?: StoreApi;
  /** Who may see pages; without it everybody. */
  readonly whoIs?: WhoIs;
  /** Whether what `api` answers of is a demonstration, which every page says. */
  readonly isDemo?: boolean;
  /** Told of every request but those that ask whether the server is alive. */
  readonly onAnswered?: (answered: Answered) => void;
}

export interface Workbench {
  /** `http://127.0.0.1:3070` */
  readonly address: string;
  /** Answers what is under way, takes nothing new, and ends; after `DRAIN_MILLIS` at the latest. */
  stop(): Promise<void>;
}

/** How long requests that are under way may still take when the server is told to stop. */
const DRAIN_MILLIS = 20_000;

/** The door is closed when nobody came in for this long, twice in a row. */
const QUIET_MILLIS = 100;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What compares and what imports, handed to the routes. */
function openDesks(): { readonly close: () => Promise<unknown> } {
  const jobs = openComparisonJobs(startThread, jobLimits);
  const desk = openComparisonDesk();
  shareComparing({ jobs, desk });
  const imports = openImportDesk();
  shareImporting(imports);
  return { close: () => Promise.all([jobs.close(), desk.close(), imports.close()]) };
}

/**
 * Serves the pages that were built. Rejects when the address is taken or not ours to take.
 *
 * `/livez` answers as long as the program runs; `/readyz` while it takes requests.
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { host = '127.0.0.1', port } = options;
  process.env.TIAOLI_POLICIES = resolve(options.policies);
  process.env.TIAOLI_HANDBOOK = join(repositoryFolder, 'docs', 'handbook');
  shareStoreServed(servedOf(options));
  shareStoreApi(options.api);
  const desks = openDesks();
  const simulations = openSimulations(resolve(options.populations), {
    isOpen: options.api !== undefined,
  });
  shareSimulating(simulations);
  let handler: Handler | undefined;
  let stopping = false;
  const api = options.api && apiListener(options.api, options.publicAddress !== undefined);
  const publicHost = options.publicAddress && new URL(options.publicAddress).host;
  const { whoIs, onAnswered } = options;
  const serve: Handler = async (request, response) => {
    if (whoIs && !(await passesDoor(request, response, whoIs))) return;
    await handler?.(request, response);
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://workbench');
    if (pathname === '/livez') return plain(response, 200, 'alive');
    if (pathname === '/readyz') {
      return handler && !stopping
        ? plain(response, 200, 'ready')
        : plain(response, 503, stopping ? 'stopping' : 'starting');
    }
    if (onAnswered) tellAnswered(request, response, onAnswered);
    const refused = refusal(request, host, publicHost);
    if (refused) return plain(response, refused.status, refused.text);
    if (!handler) return plain(response, 503, 'starting');
    if (api && isOfApi(pathname)) return void api(request, response);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'same-origin');
    if (stopping) response.setHeader('connection', 'close');
    serve(request, response).catch((error: unknown) => fail(response, error));
  });
  await listen(server, host, port);
  // `listen` without a path gives an AddressInfo.
  const bound = server.address() as AddressInfo;
  const app = await openPages(host, bound.port);
  handler = app.getRequestHandler();
  return {
    address: `http://${shownHost(host)}:${bound.port}`,
    async stop() {
      stopping = true;
      await queueIsEmpty(server);
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MILLIS);
      await closed;
      clearTimeout(late);
      await Promise.all([desks.close(), simulations.jobs.close()]);
      await app.close();
    },
  };
}

/** The pages that were built. */
async function openPages(hostname: string, port: number) {
  // As `--experimental-next-config-strip-types` of its command line: else Next.js reads its settings with a compiler that is
  // there only where the pages are built, and fetches one from the internet.
  process.env.__NEXT_NODE_NATIVE_TS_LOADER_ENABLED = 'true';
  const app = next({ dev: false, dir: webFolder, hostname, port, quiet: true });
  await app.prepare();
  return app;
}

function servedOf({ api, isDemo = false }: WorkbenchOptions): StoreServed {
  if (!api) return 'none';
  return isDemo ? 'demonstration' : 'real';
}

/** Next.js has a `Request` of its own in the place of Node's; this leaves it there. */
function apiListener(answer: NonNullable<WorkbenchOptions['api']>, isBehindProxy: boolean) {
  return getRequestListener(
    (request, { incoming }) =>
      answer(copyableRequest(request), clientAddress(incoming, isBehindProxy)),
    { overrideGlobalObjects: false },
  );
}

/** Whatever looks at a body makes a copy of the request, which of the listener's own kind there is none. */
function copyableRequest(request: Request): Request {
  const { method, headers, signal } = request;
  const hasBody =
    (headers.get('content-length') ?? '0') !== '0' || headers.has('transfer-encoding');
  return new Request(request.url, {
    ...{ method, headers, signal },
    ...(hasBody && { body: request.body, duplex: 'half' }),
  });
}

function isOfApi(pathname: string): boolean {
  return pathname === '/api/v1' || pathname.startsWith('/api/v1/');
}

/**
 * Waits until no connection came for a while. Those that stand in the queue of the system would be reset when the door is
 * closed, and a request that keeps the program busy keeps them there.
 */
async function queueIsEmpty(server: ReturnType<typeof createServer>): Promise<void> {
  let came = 0;
  server.on('connection', () => {
    came += 1;
  });
  for (let quiet = 0; quiet < 2; ) {
    const before = came;
    await wait(QUIET_MILLIS);
    quiet = came === before ? quiet + 1 : 0;
  }
}

function listen(
  server: ReturnType<typeof createServer>,
  host: string,
  port: number,
): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.removeListener('error', fail);
      done();
    });
  });
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(`${text}\n`);
}

/** A failure behind Next.js's own pages; the reason is for whoever runs the server, not for the page. */
function fail(response: ServerResponse, error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  if (!response.headersSent) plain(response, 500, 'internal error');
  else response.destroy();
}
