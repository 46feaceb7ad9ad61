import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const repository = join(import.meta.dirname, '../..');

/** A workbench over a copy of the policies, as `tiaoli serve` starts it. */
export interface ServedPolicies {
  readonly address: string;
  /** What the server printed until now, line by line. */
  readonly printed: readonly string[];
  /** The folder that is served. */
  readonly folder: string;
  /** Puts the copy back as the policies of the repository are. */
  reset(): Promise<void>;
  /** Ends the server by its pid, waits for it, and takes the copy away; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Serves a copy of `policies/` on a free port of loopback, with more options and variables if any; `demo` over a demonstration. */
export async function servePolicies(
  more: readonly string[] = [],
  command: 'serve' | 'demo' = 'serve',
  variables: Readonly<Record<string, string>> = {},
): Promise<ServedPolicies> {
  const parent = await mkdtemp(join(tmpdir(), 'tiaoli-e2e-'));
  const folder = join(parent, 'policies');
  const reset = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    await cp(join(repository, 'policies'), folder, { recursive: true });
  };
  await reset();
  const child = spawn(
    process.execPath,
    [
      join(repository, 'apps/cli/bin/tiaoli.mjs'),
      ...[
        command,
        '--no-open',
        '--port',
        '0',
        '--policies',
        folder,
        '--populations',
        join(parent, 'populations'),
        ...more,
      ],
    ],
    {
      cwd: repository,
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const printed: string[] = [];
  const address = await firstAddress(child.stdout, printed, ended);
  return {
    address,
    printed,
    folder,
    reset,
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      await rm(parent, { recursive: true, force: true });
      return code;
    },
  };
}

async function firstAddress(
  output: NodeJS.ReadableStream,
  printed: string[],
  ended: Promise<number | null>,
): Promise<string> {
  const found = new Promise<string>((done) => {
    createInterface({ input: output }).on('line', (line) => {
      printed.push(line);
      const [address] = /http:\/\/\S+/.exec(line) ?? [];
      if (address) done(address);
    });
  });
  const early = ended.then((code) => {
    throw new Error(`the server ended at once (${code})`);
  });
  return Promise.race([found, early]);
}
