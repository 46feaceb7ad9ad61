import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runCli } from '../../apps/cli/src/run-cli.ts';

export const root = join(import.meta.dirname, '../..');
export const fixtures = 'test/cli/fixtures';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line from the root of the repository, in a process of its own. */
export function runTiaoli(
  args: readonly string[],
  options: { readonly input?: string; readonly language?: string; readonly cwd?: string } = {},
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

/** The same within this process, in Chinese: for tables of many calls. */
export async function runHere(args: readonly string[], input = ''): Promise<Finished> {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await runCli(args, {
    language: 'zh',
    cwd: root,
    print: (text) => printed.push(text),
    note: (text) => noted.push(text),
    progress: () => undefined,
    readStandardInput: async () => new TextEncoder().encode(input),
  });
  return { code, stdout: printed.join(''), stderr: noted.join('') };
}

export async function runHereJson(args: readonly string[], input = '') {
  const finished = await runHere(args, input);
  return { ...finished, json: JSON.parse(finished.stdout) };
}
