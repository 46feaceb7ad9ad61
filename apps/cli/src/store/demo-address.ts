import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// Where a demonstration is served, kept beside its data for whoever starts it a second time.

const fileName = 'address';

export async function keepAddress(folder: string, address: string): Promise<void> {
  await writeFile(join(folder, fileName), `${address}\n`);
}

export async function forgetAddress(folder: string): Promise<void> {
  await rm(join(folder, fileName), { force: true });
}

/** Of one that was killed it may be the last one. */
export async function keptAddress(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, fileName), 'utf8').catch(() => '');
  return /^http:\/\/\S+\n$/.test(text) ? text.trim() : undefined;
}
