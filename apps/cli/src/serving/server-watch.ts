import type { Answered } from '@tiaoli/web';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { isTaken } from './not-served.ts';

/** What the operator of a server can ask to be told of it. */
export interface WatchOptions {
  readonly log: 'plain' | 'json';
  readonly metricsPort?: number;
}

/** Tells the operator how a server is doing. */
export interface ServerWatch {
  /** Where notes of the server go: to people, or to the log. */
  readonly terminal: Terminal;
  readonly onAnswered?: (answered: Answered) => void;
  /** A defect, or what keeps jobs from their work. */
  readonly onProblem: (problem: string) => void;
  /** A job is begun. */
  readonly onJob?: (kind: string) => void;
  close(): Promise<void>;
}

/** Notes for people alone, as a server on somebody's own computer has them. */
export function plainWatch(terminal: Terminal): ServerWatch {
  return {
    terminal,
    onProblem: (problem) => terminal.note(`${problem}\n`),
    close: () => Promise.resolve(),
  };
}

/** Opens what was asked for; throws a `UsageError` where the port of the metrics is another program's. */
export async function openWatch(
  terminal: Terminal,
  { log, metricsPort }: WatchOptions,
): Promise<ServerWatch> {
  if (log === 'plain' && metricsPort === undefined) return plainWatch(terminal);
  // Only a server that is watched loads what watches it.
  const { openLog } = await import('./server-log.ts');
  const { openMetrics } = await import('./server-metrics.ts');
  const told = log === 'json' ? openLog(terminal) : plainWatch(terminal);
  if (metricsPort === undefined) return told;
  const metrics = await openMetrics(metricsPort).catch((error: unknown) => {
    throw isTaken(error) ? takenBy(metricsPort) : error;
  });
  return {
    terminal: told.terminal,
    onAnswered(answered) {
      told.onAnswered?.(answered);
      metrics.onAnswered(answered);
    },
    onProblem(problem) {
      told.onProblem(problem);
      metrics.onProblem();
    },
    onJob(kind) {
      told.onJob?.(kind);
      metrics.onJob(kind);
    },
    close: metrics.close,
  };
}

function takenBy(port: number): UsageError {
  return new UsageError({
    zh: `端口 ${port} 已被别的程序占用。请换一个 --metrics-port。`,
    en: `Port ${port} is taken by another program. Choose another --metrics-port.`,
  });
}
