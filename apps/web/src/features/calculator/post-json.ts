import { askServer } from '../shell/ask-server.ts';

/** Asks with what is asked in the body: facts of a case stand in no address. Throws as `askServer` does. */
export function postJson<Answer>(
  address: string,
  body: object,
  signal?: AbortSignal,
): Promise<Answer> {
  return askServer(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}
