/** Answers requests to `/api/v1/…` from a network address. */
export type StoreApi = (request: Request, address: string) => Response | Promise<Response>;

const key = Symbol.for('tiaoli.store-api');

/** Hands the API of this process to its routes, which ask it in the name of whoever asks them. */
export function shareStoreApi(api: StoreApi | undefined): void {
  Reflect.set(globalThis, key, api);
}

/**
 * Reads from the API as whoever asks: with their session, and so with their rights. Throws where no store is served.
 *
 * @param path  below `/api/v1`
 */
export async function readAsAsker(request: Request, path: string): Promise<Response> {
  const api: StoreApi | undefined = Reflect.get(globalThis, key);
  if (!api) throw new Error('the server was started without a store');
  const headers = new Headers();
  for (const name of ['cookie', 'authorization', 'accept-language']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return api(new Request(`http://localhost/api/v1${path}`, { headers }), '');
}
