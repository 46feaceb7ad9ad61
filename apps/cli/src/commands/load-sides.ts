import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { NamedSide, Policies } from '@tiaoli/workspace';
import { parseGitReference } from '../files/git-files.ts';
import { openPolicyFiles } from '../files/policy-files.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { loadDocument, loadPolicies } from './load-policies.ts';

/** Two sides to be compared. */
export async function loadSides(
  terminal: Terminal,
  references: readonly [string, string],
  folder: string | undefined,
): Promise<readonly [NamedSide, NamedSide]> {
  const [old, now] = await loadEach(terminal, references, folder);
  if (!old || !now) throw new Error('sides that were not loaded');
  return [old, now];
}

/** Ids are looked for in one folder, read once; a file, and a revision, brings policies of its own. */
export async function loadEach(
  terminal: Terminal,
  references: readonly string[],
  folder: string | undefined,
  open = openPolicyFiles,
): Promise<readonly NamedSide[]> {
  const sides: NamedSide[] = [];
  let shared: Policies | undefined;
  for (const reference of references) {
    if (await hasOwnPolicies(terminal, reference)) {
      const { policies, name } = await loadDocument(terminal, reference, folder, open);
      sides.push({ policies, reference: name });
    } else {
      shared ??= (await loadPolicies(terminal, [], folder, open)).policies;
      sides.push({ policies: shared, reference });
    }
  }
  return sides;
}

/** Whether a side is a file, or a revision of one, and no id. */
export async function hasOwnPolicies({ cwd }: Terminal, reference: string): Promise<boolean> {
  if (parseGitReference(reference) || reference.endsWith('.tiaoli')) return true;
  const found = await stat(resolve(cwd, reference)).catch(() => undefined);
  if (found?.isDirectory()) throw new UsageError(folderText(reference));
  return found?.isFile() === true;
}

function folderText(reference: string) {
  return {
    zh: `「${reference}」是文件夹。对照的两边各是一个文件：写到 .tiaoli 为止，或写文件的标识。`,
    en: `"${reference}" is a folder. Each side is one document: a .tiaoli file or an id.`,
  };
}
