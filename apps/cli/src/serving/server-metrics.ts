import { createServer } from 'node:http';
import type { Answered } from '@tiaoli/web';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { loopback } from './serving-options.ts';

export interface Metrics {
  onAnswered(answered: Answered): void;
  onProblem(): void;
  onJob(kind: string): void;
  close(): Promise<void>;
}

/** Upper bounds of the time that answers take, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Answers `/metrics` in the form of Prometheus, to this computer alone: on another port than the pages, so that no proxy
 * passes it on by mistake. Rejects where the port cannot be taken.
 */
export async function openMetrics(port: number): Promise<Metrics> {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const answers = new Histogram({
    name: 'tiaoli_http_answer_seconds',
    help: 'Time until a request was answered, by method, kind of path and status.',
    labelNames: ['method', 'kind', 'status'],
    ...{ buckets: BUCKETS, registers },
  });
  const problems = new Counter({
    ...{ name: 'tiaoli_problems_total', help: 'Defects, and what kept jobs from their work.' },
    registers,
  });
  const jobs = new Counter({
    ...{ name: 'tiaoli_jobs_begun_total', help: 'Jobs that were begun, by kind.' },
    ...{ labelNames: ['kind'], registers },
  });
  const server = createServer(async ({ url }, response) => {
    if (url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    const text = await register.metrics();
    response.writeHead(200, { 'content-type': register.contentType }).end(text);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, loopback, done);
  });
  return {
    onAnswered: ({ method, kind, status, millis }) =>
      answers.observe({ method, kind, status }, millis / 1000),
    onProblem: () => problems.inc(),
    onJob: (kind) => jobs.inc({ kind }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
