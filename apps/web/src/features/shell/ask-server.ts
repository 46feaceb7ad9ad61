import { tellSignedOut } from './signed-out.ts';

/** What the server refused, in its own words: a fact, and a remedy where there is one. */
export class RefusedError extends Error {
  readonly status: number;
  readonly code: string;
  /** The whole answer, with members of its own. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Readonly<Record<string, unknown>>) {
    super([problem.title, problem.detail].filter(Boolean).join(' '));
    this.status = status;
    this.code = String(problem.code ?? status);
    this.problem = problem;
  }
}

/** The server did not answer at all: it is away, or the network is. */
export class AwayError extends Error {}

/** Asks an address of our own for JSON. Throws as `fetchServer` does. */
export async function askServer<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  return (await fetchServer(path, init)).json();
}

/** Throws `RefusedError` or `AwayError`; an aborted question throws as fetch does. */
export async function fetchServer(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    throw new AwayError('away');
  });
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({ title: response.statusText }));
  if (problem.code === 'not-signed-in') tellSignedOut();
  throw new RefusedError(response.status, problem);
}
