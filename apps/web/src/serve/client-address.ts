import type { IncomingMessage } from 'node:http';

/**
 * From where somebody asks. Behind a proxy it is what the proxy added last: whatever stands before it may be made up.
 */
export function clientAddress(
  {
    headers,
    socket,
  }: Pick<IncomingMessage, 'headers'> & {
    readonly socket: { readonly remoteAddress?: string | undefined };
  },
  isBehindProxy: boolean,
): string {
  const forwarded = headers['x-forwarded-for'];
  const told = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
  const last = told.at(-1)?.trim() ?? '';
  return isBehindProxy && last !== '' ? last : (socket.remoteAddress ?? '');
}
