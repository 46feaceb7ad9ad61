import { OpenAPIHono } from '@hono/zod-openapi';
import type { TextLanguage } from '@tiaoli/base';
import type { Accounts, PolicyStore } from '@tiaoli/workspace';
import { invalidRequest } from './problems.ts';

/** What the API works on. */
export interface ApiOptions {
  readonly store: PolicyStore;
  /** Who somebody is that comes with a password or a cookie. */
  readonly accounts: Accounts;
  /** Milliseconds that only grow, for the rates. */
  readonly clock: () => number;
  now(): Date;
  /** Told of a mistake of ours, which the reader is only told the fact of. */
  readonly onDefect: (error: unknown) => void;
  /** As many requests of one token a minute. */
  readonly mostPerMinute?: number;
  /** After so long an event stream ends, to be asked for again. */
  readonly mostStreamMillis?: number;
  /** Takes away the files of a dataset, by the folder that its row names; without it they are left to whoever works on jobs. */
  readonly removePeople?: (folder: string) => Promise<void>;
  /** The server stops: event streams end. */
  readonly closing?: AbortSignal;
}

/** What each request knows. */
export interface ApiEnvironment {
  readonly Variables: {
    readonly actorId: string;
    /** Of whoever came with a cookie. */
    readonly sessionId: string | undefined;
    readonly language: TextLanguage;
  };
  readonly Bindings: {
    /** The network address of whoever asks, as the server sees it. */
    readonly address?: string;
  };
}

export type ApiRoutes = OpenAPIHono<ApiEnvironment>;

/** Routes whose requests are held against their schemas before anything is done. */
export function newRoutes(): ApiRoutes {
  return new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      throw invalidRequest(issue?.path.join('.') ?? '', issue?.message ?? '');
    },
  });
}
