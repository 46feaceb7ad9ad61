import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { MOST_SOURCE_BYTES } from '@tiaoli/language';
import type { PolicyFolder } from './folder/open-policy-folder.ts';
import { report } from './messages.ts';
import { readSource, revisionOf } from './read-source.ts';

export interface SaveRequest {
  readonly path: string;
  readonly text: string;
  /** The revision that the new text was made from; null for a new file, which must not exist. */
  readonly baseRevision: string | null;
}

export type SaveResult =
  | { readonly kind: 'saved'; readonly revision: string }
  /** Somebody else saved meanwhile (or made the file that was to be new): what is stored now. */
  | { readonly kind: 'conflict'; readonly text: string; readonly revision: string }
  /** The file was deleted meanwhile. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * Saves a text unless the stored one is no longer the one it was made from. Of two saves from one revision one wins, and
 * the other is told; an acknowledged text is on disk.
 *
 * INVARIANT: holds for saves through one `folder`; an editor beside it that writes between check and rename is not seen.
 */
export async function saveSource(folder: PolicyFolder, request: SaveRequest): Promise<SaveResult> {
  const refusal = refusalOf(folder, request);
  if (refusal) return { kind: 'refused', diagnostics: [refusal] };
  return folder.exclusively(() => saveNow(folder, request));
}

async function saveNow(
  folder: PolicyFolder,
  { path, text, baseRevision }: SaveRequest,
): Promise<SaveResult> {
  const stored = await readSource(folder, path);
  if (!stored && baseRevision !== null) return { kind: 'gone' };
  if (stored && stored.revision !== baseRevision) return { kind: 'conflict', ...stored };
  try {
    await folder.write(path, text);
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) throw error;
    const finding = report('cannot-save', { path, reason }, fileSpan(path));
    return { kind: 'refused', diagnostics: [finding] };
  }
  return { kind: 'saved', revision: revisionOf(text) };
}

function refusalOf(folder: PolicyFolder, { path, text }: SaveRequest): Diagnostic | undefined {
  const place = fileSpan(path);
  if (!folder.isPath(path)) return report('not-a-policy-path', { path }, place);
  if (new TextEncoder().encode(text).length > MOST_SOURCE_BYTES) {
    return report('too-large-source', { limit: MOST_SOURCE_BYTES / 1024 }, place);
  }
  // A lone half of a character has no UTF-8: stored, it would come back as another text.
  return text.isWellFormed() ? undefined : report('not-utf8', {}, place);
}

/** Why a file cannot be written that a person can do something about. */
function reasonOf(error: unknown) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { zh: '没有写入的权限', en: 'there is no permission to write' };
    case 'ENOSPC':
    case 'EDQUOT':
      return { zh: '磁盘已满', en: 'the disk is full' };
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EISDIR':
      return { zh: '这个名称已经用于文件或文件夹', en: 'the name is taken by a file or folder' };
    default:
      return undefined;
  }
}
