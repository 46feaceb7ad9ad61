import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@tiaoli/base';
import type { LanguageWorkspace, Source } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';

/** The folder of the files that the checks are shown on. */
export const checksFolder = join(import.meta.dirname, 'checks');

/** The policies in a folder of `checks/`, sorted. */
export function checkFiles(folder: string): readonly Source[] {
  return readdirSync(join(checksFolder, folder))
    .filter((file) => file.endsWith('.tiaoli'))
    .sort()
    .map((file) => ({
      path: `${folder}/${file}`,
      text: readFileSync(join(checksFolder, folder, file), 'utf8'),
    }));
}

/** One workspace that takes the files in turn, as an editor would, on what they rest on. */
export interface CheckWorkspace {
  readonly workspace: LanguageWorkspace;
  /** The findings of this file, alone with its basis. */
  findingsIn(source: Source): Promise<readonly Diagnostic[]>;
}

export function openCheckFiles(): CheckWorkspace {
  const workspace = createLanguageWorkspace();
  const basis = checkFiles('basis');
  let open: string[] = [];
  return {
    workspace,
    findingsIn: async (source) => {
      await workspace.update([...basis, source], open);
      open = [source.path];
      return workspace.findings().filter(({ span }) => span.file === source.path);
    },
  };
}
