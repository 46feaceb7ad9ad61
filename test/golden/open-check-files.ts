import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Fix } from '@tiaoli/base';
import { printDiagnostic } from '@tiaoli/base';
import type { LanguageWorkspace, Source } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';
import { expect } from 'vitest';

/** The folder of the files that the checks are shown on. */
export const checksFolder = join(import.meta.dirname, 'checks');

/** The policies in a folder of `checks/`, or of another root, sorted. */
export function checkFiles(folder: string, root = checksFolder): readonly Source[] {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.tiaoli'))
    .sort()
    .map((file) => ({
      path: `${folder}/${file}`,
      text: readFileSync(join(root, folder, file), 'utf8'),
    }));
}

/** One mistake, one finding, of the code that the file is named after, in the words that stand beside it. */
export async function expectNamedFinding(
  { path, text }: Source,
  found: readonly Diagnostic[],
  root = checksFolder,
): Promise<void> {
  const name = path.replace(/^bad\/|\.tiaoli$/g, '');
  expect(found.map(({ code }) => code)).toHaveLength(1);
  expect(name.startsWith(found[0]?.code ?? '-'), `${name}: ${found[0]?.code}`).toBe(true);
  const printed = found.flatMap((each) => [
    printDiagnostic(each, 'zh', text),
    printDiagnostic(each, 'en', text),
  ]);
  await expect(`${printed.join('\n')}\n`).toMatchFileSnapshot(
    join(root, path.replace(/\.tiaoli$/, '.expected.txt')),
  );
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

/** The text after a remedy. */
export function applyFix(text: string, { edits }: Fix): string {
  return edits
    .toSorted((left, right) => right.span.start.offset - left.span.start.offset)
    .reduce(
      (all, { span, text: put }) =>
        all.slice(0, span.start.offset) + put + all.slice(span.end.offset),
      text,
    );
}
