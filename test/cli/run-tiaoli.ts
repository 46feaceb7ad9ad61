import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const fixtures = 'test/cli/fixtures';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line from the root of the repository. */
export function runTiaoli(
  args: readonly string[],
  options: { readonly input?: string; readonly cwd?: string; readonly language?: string } = {},
): Finished {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/tiaoli'), [...args], {
    cwd: options.cwd ?? root,
    input: options.input ?? '',
    encoding: 'utf8',
    env: { ...process.env, TIAOLI_LANGUAGE: options.language ?? '' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** Runs it and reads what it prints as JSON. */
export function runJson(args: readonly string[], options: { readonly input?: string } = {}) {
  const finished = runTiaoli(args, options);
  return { ...finished, json: JSON.parse(finished.stdout) };
}
