import { randomUUID } from 'node:crypto';
import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts `content`, a text as UTF-8, in the place of the file `path`, which keeps its mode: whoever reads sees the old content or
 * the new one, whole, also after a crash. A link at `path` is replaced, not followed. Throws what the file system throws,
 * and leaves nothing behind then.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  // Beside the file, since a rename is atomic within one file system only; hidden, so that nobody takes it for a policy.
  const beside = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    const before = await stat(path).catch(() => undefined);
    if (before) await chmod(beside, before.mode);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
