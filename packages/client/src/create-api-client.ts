import type { Client } from 'openapi-fetch';
import createClient from 'openapi-fetch';
import type { components, paths } from './generated/api.ts';

/** What is sent and answered, by its name in the description: `ApiSchemas['Draft']`. */
export type ApiSchemas = components['schemas'];

/** One method for each HTTP method; addresses, bodies and answers are those that the server describes. */
export type ApiClient = Client<paths>;

export interface ApiClientOptions {
  /** Such as `https://tiaoli.example`; without it, the server that the page came from. */
  readonly server?: string;
  /** A token of `tiaoli user token`; without it, the session of the page. */
  readonly token?: string;
  readonly language?: 'zh' | 'en';
  /** In place of the platform's own. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * The API of a server, typed.
 *
 * @returns for each request `data`, or `error` as a `Problem` (of a save from an old revision, a `DraftConflict`), with
 *          the `response`. A server that is not reached rejects, as `fetch` does.
 */
export function createApiClient({
  server = '',
  token,
  language,
  fetch,
}: ApiClientOptions = {}): ApiClient {
  return createClient<paths>({
    baseUrl: server.replace(/\/+$/, ''),
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(language !== undefined && { 'accept-language': language }),
    },
    ...(fetch && { fetch }),
  });
}
