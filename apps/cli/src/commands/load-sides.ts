import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { NamedSide } from '@tiaoli/workspace';
import { parseGitReference } from '../files/git-files.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { loadDocument, loadPolicies } from './load-policies.ts';

/** Ids are looked for in one folder, read once; a file, and a revision, brings policies of its own. */
export async function loadSides(
  terminal: Terminal,
  [old, now]: readonly [string, string],
  folder: string | undefined,
): Promise<readonly [NamedSide, NamedSide]> {
  const isOwn = await Promise.all(
    [old, now].map((reference) => hasOwnPolicies(terminal, reference)),
  );
  if (isOwn.includes(true)) {
    return [await loadSide(terminal, old, folder), await loadSide(terminal, now, folder)];
  }
  const { policies } = await loadPolicies(terminal, [], folder);
  return [
    { policies, reference: old },
    { policies, reference: now },
  ];
}

async function hasOwnPolicies({ cwd }: Terminal, reference: string): Promise<boolean> {
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

/** One side, in the policies that it stands in. */
export async function loadSide(
  terminal: Terminal,
  reference: string,
  folder: string | undefined,
): Promise<NamedSide> {
  const { policies, name } = await loadDocument(terminal, reference, folder);
  return { policies, reference: name };
}
