import type { Module } from '@tiaoli/ir';
import type { LanguageWorkspace } from '@tiaoli/language';
import type { DocumentExamples } from '@tiaoli/settlement';
import { runDocumentExamples } from '@tiaoli/settlement';

/** Results of the 算例 of documents; they are run again only when something changed that they rest on. */
export interface ExampleRuns {
  run(workspace: LanguageWorkspace, path: string): DocumentExamples;
  /** What the last run gave, be it of an older text; undefined before the first run. */
  last(path: string): DocumentExamples | undefined;
}

interface Run {
  readonly modules: readonly (Module | undefined)[];
  readonly result: DocumentExamples;
}

export function createExampleRuns(): ExampleRuns {
  const runs = new Map<string, Run>();
  return {
    run: (workspace, path) => {
      const modules = modulesOf(workspace, path);
      const known = runs.get(path);
      if (known && modules.length > 0 && isSame(known.modules, modules)) return known.result;
      const result = runDocumentExamples(workspace, path);
      runs.set(path, { modules, result });
      return result;
    },
    last: (path) => runs.get(path)?.result,
  };
}

/** All that an example of the file may be settled under; none while the file has errors. */
function modulesOf(workspace: LanguageWorkspace, path: string): readonly (Module | undefined)[] {
  const own = workspace.lower(path).module;
  if (own === undefined) return [];
  const headers = workspace.documents();
  const id = headers.find((each) => each.path === path)?.id;
  const versions = headers.filter((each) => each.id === id && each.path !== path);
  return [own, ...versions.map((each) => workspace.lower(each.path).module)];
}

function isSame(left: Run['modules'], right: Run['modules']): boolean {
  return left.length === right.length && left.every((module, index) => module === right[index]);
}
