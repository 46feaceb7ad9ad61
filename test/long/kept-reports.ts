import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LongReport } from './long-task.ts';

const root = join(import.meta.dirname, '..', '..');
/** What a piece comes to hangs on these. */
const sources = ['grammars', 'package-lock.json', 'packages', 'policies', 'test'];

/** Reports of the pieces that are done with these very sources: a run that was stopped goes on with the others. */
export interface KeptReports {
  readonly folder: string;
  fileOf(name: string, ending: 'json' | 'log'): string;
  read(name: string): LongReport | undefined;
}

export function keptReports(): KeptReports {
  const folder = join(root, 'node_modules/.cache/tiaoli/long', sourcesHash());
  mkdirSync(folder, { recursive: true });
  const fileOf = (name: string, ending: string): string =>
    join(folder, `${name.replace('/', '-')}.${ending}`);
  return {
    folder,
    fileOf,
    read: (name) => {
      const file = fileOf(name, 'json');
      return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    },
  };
}

/** Of the content of every file that git would commit, changed and new ones included. */
function sourcesHash(): string {
  const list = git(['ls-files', '--cached', '--others', '--exclude-standard', '--', ...sources]);
  const hash = createHash('sha256');
  for (const path of list.split('\n').filter((each) => each && existsSync(join(root, each)))) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 16);
}

function git(words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'core.quotepath=off', ...words], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`git ${words[0]}: ${stderr}`);
  return stdout;
}
