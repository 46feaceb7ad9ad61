import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Policies } from '@tiaoli/workspace';
import { openPolicies } from '@tiaoli/workspace';
import { openGitFiles, parseGitReference } from '../files/git-files.ts';
import type { PolicyFiles } from '../files/policy-files.ts';
import { defaultPolicies, openPolicyFiles, shownPath } from '../files/policy-files.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export interface LoadedPolicies {
  readonly files: PolicyFiles;
  readonly policies: Policies;
}

/** Opens the policies that a command is about; without paths those of the default folder. */
export async function loadPolicies(
  terminal: Terminal,
  paths: readonly string[],
  folder?: string,
  open = openPolicyFiles,
): Promise<LoadedPolicies> {
  const asked = paths.length > 0 ? paths : [folder ?? defaultPolicies];
  terminal.progress(say(terminal, { zh: '读取政策文件…', en: 'Reading the policies…' }));
  const files = await open(terminal.cwd, asked, folder);
  if (!(await files.list()).some(files.isAsked)) {
    throw new UsageError({
      zh: `${asked.join('、')} 中没有 .tiaoli 文件。`,
      en: `There are no .tiaoli files in ${asked.join(', ')}.`,
    });
  }
  const policies = await openPolicies(files);
  terminal.progress('');
  return { files, policies };
}

/**
 * Opens what is needed for DOCUMENT: the file itself, a file at a revision (`git:REV:PATH`), else the folder of policies.
 *
 * `name` is the document's name as the workspace knows it.
 */
export async function loadDocument(
  terminal: Terminal,
  document: string,
  folder?: string,
  open = openPolicyFiles,
): Promise<{ readonly policies: Policies; readonly name: string }> {
  const reference = parseGitReference(document);
  if (reference) {
    const files = await openGitFiles(terminal.cwd, reference, folder);
    return { policies: await openPolicies(files), name: document };
  }
  const full = resolve(terminal.cwd, document);
  const found = await stat(full).catch(() => undefined);
  if (!found?.isFile() && document.endsWith('.tiaoli')) {
    throw new UsageError({
      zh: `没有「${document}」这个文件。`,
      en: `There is no file "${document}".`,
    });
  }
  const paths = found?.isFile() ? [document] : [];
  const { policies } = await loadPolicies(terminal, paths, folder, open);
  return { policies, name: found?.isFile() ? shownPath(terminal.cwd, full) : document };
}
