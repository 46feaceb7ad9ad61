import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { SourceFolder } from '@tiaoli/workspace';
import { UsageError } from '../usage-error.ts';
import { defaultPolicies } from './policy-files.ts';

const run = promisify(execFile);

/** Enough for the largest file that the language takes. */
const MAX_BUFFER = 64 * 1024 * 1024;

/** A file as it was at a revision: `git:REV:PATH`, the path from where the command runs. */
export interface GitReference {
  readonly revision: string;
  readonly path: string;
}

/** Undefined for anything else; a revision does not begin with a hyphen, so that git takes it for no option. */
export function parseGitReference(text: string): GitReference | undefined {
  const [, revision, path] = /^git:([^:-][^:]*):(.+)$/.exec(text) ?? [];
  return revision && path ? { revision, path } : undefined;
}

/** The policies of a revision, the file asked for among them; their paths are written `git:REV:PATH`. */
export async function openGitFiles(
  cwd: string,
  { revision, path }: GitReference,
  policies: string = defaultPolicies,
): Promise<SourceFolder> {
  const all = await gitPaths(cwd, revision);
  if (!all.includes(path)) {
    throw new UsageError({
      zh: `版本 ${revision} 中没有文件「${path}」。`,
      en: `There is no file "${path}" at revision ${revision}.`,
    });
  }
  const shown = (file: string): string => `git:${revision}:${file}`;
  const home = all.filter((file) => file.startsWith(`${policies}/`));
  const listed = home.includes(path) ? home : [path];
  return {
    list: async () => listed.map(shown),
    library: async () => all.filter((file) => !listed.includes(file)).map(shown),
    async read(file) {
      const wanted = parseGitReference(file)?.path ?? file;
      const { stdout } = await git(cwd, ['show', `${revision}:./${wanted}`]);
      return stdout;
    },
    async findBeside(file) {
      const wanted = parseGitReference(file)?.path ?? file;
      if (!(await gitPaths(cwd, revision, '.csv')).includes(wanted)) return undefined;
      return (await git(cwd, ['show', `${revision}:./${wanted}`])).stdout;
    },
    write: () => {
      throw new UsageError({
        zh: '历史版本不能改写。',
        en: 'A revision cannot be rewritten.',
      });
    },
  };
}

async function gitPaths(
  cwd: string,
  revision: string,
  ending = '.tiaoli',
): Promise<readonly string[]> {
  const { stdout } = await git(cwd, ['ls-tree', '-r', '-z', '--name-only', revision, '--', '.']);
  return stdout
    .toString('utf8')
    .split('\0')
    .filter((file) => file.endsWith(ending))
    .sort();
}

async function git(cwd: string, args: readonly string[]): Promise<{ readonly stdout: Buffer }> {
  try {
    return await run('git', [...args], { cwd, encoding: 'buffer', maxBuffer: MAX_BUFFER });
  } catch (error) {
    const [first = ''] = String(error instanceof Error && 'stderr' in error ? error.stderr : error)
      .trim()
      .split('\n');
    throw new UsageError({ zh: `git 失败：${first}`, en: `git failed: ${first}` });
  }
}
