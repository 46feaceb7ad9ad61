import { destination, pino, stdTimeFunctions } from 'pino';
import type { Terminal } from '../terminal.ts';
import type { ServerWatch } from './server-watch.ts';

/**
 * One line of JSON on standard error for each request, problem and note: `time` (ISO 8601, UTC), `level`, `event`.
 *
 * Of a request it holds method, path, status and time. Bodies, queries, cookies and other headers never get here, so
 * neither do passwords, tokens or cases.
 */
export function openLog(terminal: Terminal): ServerWatch {
  const log = pino(
    {
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      messageKey: 'message',
      formatters: { level: (level) => ({ level }) },
    },
    // What was told must stand there when the program is ended.
    destination({ dest: process.stderr.fd, sync: true }),
  );
  return {
    terminal: {
      ...terminal,
      note: (text) => log.info({ event: 'note', message: text.trim() }),
      progress: () => undefined,
    },
    onAnswered: ({ method, path, status, millis }) => {
      const level = status >= 500 ? 'error' : 'info';
      log[level]({ event: 'answered', method, path, status, millis });
    },
    onProblem: (problem) => log.error({ event: 'problem', message: problem }),
    onJob: (kind) => log.info({ event: 'job', kind }),
    close: () => Promise.resolve(),
  };
}
