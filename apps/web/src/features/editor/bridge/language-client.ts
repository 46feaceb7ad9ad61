import type { InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';
import type { Answer, Cancellation, Rpc, RpcMessage } from './json-rpc.ts';
import { createRpc } from './json-rpc.ts';
import type { ServerHealth } from './server-health.ts';
import { afterCrash } from './server-health.ts';
import { serverMethods } from './server-methods.ts';
import { watchWorker } from './watch-worker.ts';

/** Reading all documents for the first time may take a while on a slow machine. */
const START_PATIENCE_MS = 60_000;
/** A worker that dies at once is not started in a tight loop. */
const RESTART_REST_MS = 300;

/** The language server as the page sees it: there, or coming back. */
export interface LanguageClient {
  readonly health: Store<ServerHealth>;
  /** Waits for a server that is starting; there is no answer when it is stopped, or dies meanwhile. */
  request<T>(method: string, params: unknown, cancellation?: Cancellation): Promise<Answer<T>>;
  /** Lost when the server is away: it gets everything anew when it starts. */
  notify(method: string, params: unknown): void;
  /** Starts it again after it was stopped. */
  restart(): void;
  /** Ends it for good. */
  end(): void;
}

export interface LanguageClientParts {
  readonly startWorker: () => Worker;
  /** Params of `initialize`, with the texts as they are now. */
  readonly initializeParams: () => unknown;
  /** Called each time that the server has started, before anything else is asked of it. */
  readonly onStart: (capabilities: ServerCapabilities, notify: Rpc['notify']) => void;
  readonly onNotification: (method: string, params: unknown) => void;
}

interface Running {
  readonly rpc: Rpc;
  /** Asks for what may keep the worker busy for long. */
  runLong<T>(method: string, params: unknown): Promise<Answer<T>>;
  end(): void;
}

/** Starts the language server in a worker, notices when it is dead or stuck, and starts it again. */
export function createLanguageClient(parts: LanguageClientParts): LanguageClient {
  const health = createStore<ServerHealth>({ kind: 'starting' });
  const crashes: number[] = [];
  let running: Running | undefined;
  let isOver = false;

  const crash = (): void => {
    if (!running) return;
    running.end();
    running = undefined;
    crashes.push(performance.now());
    if (afterCrash(crashes) === 'stop') {
      health.set({ kind: 'stopped' });
      return;
    }
    health.set({ kind: 'restarting' });
    setTimeout(start, RESTART_REST_MS);
  };
  const start = (): void => {
    if (isOver) return;
    running?.end();
    const mine = startServer(parts, crash, (capabilities, rpc) => {
      if (running !== mine) return;
      parts.onStart(capabilities, rpc.notify);
      health.set({ kind: 'ready' });
    });
    running = mine;
  };
  start();
  return {
    health,
    request: async (method, params, cancellation) => {
      const isThere = await whenStarted(health, cancellation);
      if (!isThere || !running) return { kind: 'none' };
      if (method !== serverMethods.runExamples) {
        return running.rpc.request(method, params, cancellation);
      }
      return running.runLong(method, params);
    },
    notify: (method, params) => {
      if (health.get().kind === 'ready') running?.rpc.notify(method, params);
    },
    end: () => {
      isOver = true;
      running?.end();
      running = undefined;
      health.set({ kind: 'stopped' });
    },
    restart: () => {
      crashes.length = 0;
      health.set({ kind: 'restarting' });
      start();
    },
  };
}

/** Resolves to false when the server is stopped, or the answer is wanted no more. */
async function whenStarted(
  health: Store<ServerHealth>,
  cancellation: Cancellation | undefined,
): Promise<boolean> {
  const isDecided = (): boolean => ['ready', 'stopped'].includes(health.get().kind);
  if (!isDecided()) {
    await new Promise<void>((resolve) => {
      const unsubscribe = health.subscribe(() => {
        if (!isDecided()) return;
        unsubscribe();
        resolve();
      });
      cancellation?.onCancellationRequested(() => {
        unsubscribe();
        resolve();
      });
    });
  }
  return health.get().kind === 'ready' && !cancellation?.isCancellationRequested;
}

function startServer(
  { startWorker, initializeParams, onNotification }: LanguageClientParts,
  onCrash: () => void,
  onReady: (capabilities: ServerCapabilities, rpc: Rpc) => void,
): Running {
  const worker = startWorker();
  const rpc = createRpc((message) => worker.postMessage(message), onNotification);
  let unwatch: (() => void) | undefined;
  let long = 0;
  const tooLate = setTimeout(onCrash, START_PATIENCE_MS);
  worker.onmessage = ({ data }: MessageEvent<RpcMessage>) => rpc.receive(data);
  worker.onerror = (event) => {
    event.preventDefault();
    onCrash();
  };
  rpc.request<InitializeResult>('initialize', initializeParams()).then((answer) => {
    if (answer.kind === 'none') return;
    clearTimeout(tooLate);
    if (answer.kind === 'failure') return onCrash();
    rpc.notify('initialized', {});
    onReady(answer.value.capabilities, rpc);
    // Any answer will do, also that there is no such method.
    const ping = () => rpc.request('tiaoli/ping', {});
    unwatch = watchWorker(ping, () => long > 0, onCrash);
  });
  return {
    rpc,
    runLong: async <T>(method: string, params: unknown) => {
      long += 1;
      const answer = await rpc.request<T>(method, params);
      long -= 1;
      return answer;
    },
    end: () => {
      clearTimeout(tooLate);
      unwatch?.();
      rpc.close();
      worker.terminate();
    },
  };
}
