import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TextLanguage } from '@tiaoli/base';
import { runCli } from '../../apps/cli/src/run-cli.ts';

export const root = join(import.meta.dirname, '../..');
export const fixtures = 'test/cli/fixtures';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a call is given beside its arguments; Chinese at the root of the repository unless it says otherwise. */
interface Surroundings {
  readonly input?: string;
  readonly language?: TextLanguage;
  readonly cwd?: string;
}

/** Runs the real command line in a process of its own: slow, so once or twice for each command. */
export function runTiaoli(
  args: readonly string[],
  { input = '', language, cwd = root }: Surroundings = {},
): Finished {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/tiaoli'), [...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, TIAOLI_LANGUAGE: language ?? '' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** The same within this process. */
export async function runHere(
  args: readonly string[],
  { input = '', language = 'zh', cwd = root }: Surroundings = {},
): Promise<Finished> {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await runCli(args, {
    language,
    cwd,
    print: (text) => printed.push(text),
    note: (text) => noted.push(text),
    progress: () => undefined,
    readStandardInput: async () => new TextEncoder().encode(input),
  });
  return { code, stdout: printed.join(''), stderr: noted.join('') };
}

/** The same, with what it prints read as JSON. */
export async function runHereJson(args: readonly string[], surroundings: Surroundings = {}) {
  const finished = await runHere(args, surroundings);
  return { ...finished, json: JSON.parse(finished.stdout) };
}
