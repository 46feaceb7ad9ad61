import { rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openDraft } from '../columnar/draft-folder.ts';
import { isThere } from '../columnar/is-there.ts';

/** A file of a result: its name, and what it holds. */
export interface ResultFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export type WrittenFolder =
  | { readonly kind: 'written' }
  | { readonly kind: 'there-already' }
  /** The disk is full, the folder cannot be written … */
  | { readonly kind: 'not-written'; readonly reason: string };

/** Writes files beside the folder and moves them there when they are whole; nothing half written is ever found there. */
export async function writeFolder(
  folder: string,
  files: readonly ResultFile[],
): Promise<WrittenFolder> {
  const full = resolve(folder);
  if (await isThere(full)) return { kind: 'there-already' };
  let draft: string | undefined;
  try {
    draft = await openDraft(full);
    for (const { name, content } of files) await writeFile(join(draft, name), content);
    await rename(draft, full);
    draft = undefined;
    return { kind: 'written' };
  } catch (error) {
    return { kind: 'not-written', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
  }
}
