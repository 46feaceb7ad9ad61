import { lstat, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** The bytes of a file; a wrong path is a usage error that says so. */
export async function readFileBytes(cwd: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(cwd, path));
  } catch (error) {
    throw new UsageError(unreadable(path, error));
  }
}

/** The bytes of a file beside a document; undefined where there is none. A link that leads elsewhere is none. */
export async function readIfAny(cwd: string, path: string): Promise<Uint8Array | undefined> {
  const full = resolve(cwd, path);
  const stats = await lstat(full).catch(() => undefined);
  return stats?.isFile() ? readFileBytes(cwd, path) : undefined;
}

/** Why a path cannot be used, in words. */
export function unreadable(path: string, error: unknown) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return {
        zh: `没有「${path}」这个文件或文件夹。`,
        en: `There is no file or folder "${path}".`,
      };
    case 'EISDIR':
      return { zh: `「${path}」是文件夹，不是文件。`, en: `"${path}" is a folder, not a file.` };
    case 'EACCES':
    case 'EPERM':
      return { zh: `没有权限使用「${path}」。`, en: `There is no permission to use "${path}".` };
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return { zh: `无法使用「${path}」：${reason}`, en: `"${path}" cannot be used: ${reason}` };
    }
  }
}
