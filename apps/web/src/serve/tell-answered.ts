import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that was answered, as a log may keep it: nothing of what was sent along, and not the query, which may hold a token. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  /** The path without what differs from thing to thing, for counting: `/api/v1/documents`, `/proposals`, `other`. */
  readonly kind: string;
  /** Of HTTP; 499 where whoever asked went away before. */
  readonly status: number;
  readonly millis: number;
}

/** Tells of a request when its answer is sent, or nobody waits for it any more. */
export function tellAnswered(
  { method = 'GET', url = '/' }: Pick<IncomingMessage, 'method' | 'url'>,
  response: ServerResponse,
  onAnswered: (answered: Answered) => void,
): void {
  const start = performance.now();
  response.once('close', () => {
    const { pathname: path } = new URL(url, 'http://workbench');
    const status = response.writableFinished ? response.statusCode : 499;
    const millis = Math.round((performance.now() - start) * 10) / 10;
    onAnswered({ method, path, kind: kindOf(path, status), status, millis });
  });
}

const apiPath = /^\/api\/v1\/[a-z-]+/;
const pagePath = /^\/(?:api\/)?[\w-]*/;

/** Whatever is not there is of one kind: somebody who tries names must not fill the memory with them. */
function kindOf(path: string, status: number): string {
  if (status === 404 || status === 421) return 'other';
  return (apiPath.exec(path) ?? pagePath.exec(path))?.[0] ?? 'other';
}
