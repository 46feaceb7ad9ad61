import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

export interface Refusal {
  readonly status: number;
  readonly text: string;
}

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);
const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request is not answered; undefined when it is.
 *
 * On loopback only loopback names are served, and the public one behind a proxy, so that a page elsewhere cannot reach the workbench under a name of its own
 * that points here. Nothing is changed for a page of another origin.
 */
export function refusal(
  { headers, method = 'GET' }: Pick<IncomingMessage, 'headers' | 'method'>,
  host: string,
  publicHost?: string,
): Refusal | undefined {
  const asked = hostName(headers.host);
  const isPublic = publicHost !== undefined && headers.host === publicHost;
  if (isLoopback(host) && !isPublic && !loopbackNames.has(asked)) {
    return { status: 421, text: `This workbench is not served as "${asked}".` };
  }
  if (readingMethods.has(method)) return undefined;
  const site = headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign || !isSameOrigin(headers.origin, headers.host)) {
    return { status: 403, text: 'A page of another origin may not change anything here.' };
  }
  return undefined;
}

function isLoopback(host: string): boolean {
  return loopbackNames.has(host) || (isIP(host) === 4 && host.startsWith('127.'));
}

function hostName(host: string | undefined): string {
  return (host ?? '')
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
}

function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
