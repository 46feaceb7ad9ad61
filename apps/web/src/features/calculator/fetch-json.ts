/** What the server said instead of an answer, in the reader's language. */
export class RequestRefused extends Error {
  readonly code: string;
  readonly detail: string | undefined;

  constructor(code: string, title: string, detail: string | undefined) {
    super(title);
    this.code = code;
    this.detail = detail;
  }
}

/** The code when no server answered at all. */
export const SERVER_AWAY = 'server-away';

/** The JSON at an address. Rejects with `RequestRefused`, or with the reason of `signal` when it was taken back. */
export async function fetchJson<T>(address: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new RequestRefused(SERVER_AWAY, '', undefined);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as T;
  const { code, title, detail } = (body ?? {}) as Readonly<Record<string, unknown>>;
  throw new RequestRefused(
    typeof code === 'string' ? code : SERVER_AWAY,
    typeof title === 'string' ? title : '',
    typeof detail === 'string' ? detail : undefined,
  );
}

/** A question that carries what was asked in its body. */
export function postJson<T>(address: string, body: object, signal?: AbortSignal): Promise<T> {
  return fetchJson(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}
