import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Policies } from '@tiaoli/workspace';
import { openPolicies } from '@tiaoli/workspace';
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
): Promise<LoadedPolicies> {
  const asked = paths.length > 0 ? paths : [folder ?? defaultPolicies];
  terminal.progress(say(terminal, { zh: '读取政策文件…', en: 'Reading the policies…' }));
  const files = await openPolicyFiles(terminal.cwd, asked, folder);
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
 * Where to look for DOCUMENT: itself when it is a file, else the folder of policies.
 *
 * `reference` is the name as the workspace knows it.
 */
export async function documentPaths(
  terminal: Terminal,
  document: string,
  folder?: string,
): Promise<{ readonly paths: readonly string[]; readonly reference: string }> {
  const full = resolve(terminal.cwd, document);
  const found = await stat(full).catch(() => undefined);
  if (found?.isFile()) {
    return { paths: [document], reference: shownPath(terminal.cwd, full) };
  }
  if (document.endsWith('.tiaoli')) {
    throw new UsageError({
      zh: `没有「${document}」这个文件。`,
      en: `There is no file "${document}".`,
    });
  }
  return { paths: [folder ?? defaultPolicies], reference: document };
}
