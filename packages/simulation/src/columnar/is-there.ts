import { readdir } from 'node:fs/promises';

/** Whether a folder holds something; an empty one may be taken. */
export async function isThere(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : ['.'],
  );
  return entries.length > 0;
}
