import { chineseWorkingDays } from '@tiaoli/calendar';
import type { Module } from '@tiaoli/ir';
import type { LanguageWorkspace } from '@tiaoli/language';
import type { DocumentExamples, ExampleResult } from '@tiaoli/settlement';
import { runDocumentExamples } from '@tiaoli/settlement';

const reference = { workingDays: chineseWorkingDays };

/** Results of the 算例 of documents; they are run again only when something changed that they rest on. */
export interface ExampleRuns {
  /** Runs what has not been run of the newest text. */
  run(workspace: LanguageWorkspace, path: string): DocumentExamples;
  /** The same for the examples of one name, so that a long document can be run in pieces; true when it had to be run. */
  runOne(workspace: LanguageWorkspace, path: string, name: string): boolean;
  /** Results by name, be they of an older text; empty before the first run. */
  last(path: string): ReadonlyMap<string, ExampleResult>;
}

/** What was run under the same modules. */
interface Run {
  readonly modules: readonly (Module | undefined)[];
  readonly results: Map<string, readonly ExampleResult[]>;
}

export function createExampleRuns(): ExampleRuns {
  const runs = new Map<string, Run>();
  const shown = new Map<string, Map<string, ExampleResult>>();

  const current = (workspace: LanguageWorkspace, path: string): Run => {
    const modules = modulesOf(workspace, path);
    const known = runs.get(path);
    if (known && isSame(known.modules, modules)) return known;
    const run = { modules, results: new Map<string, readonly ExampleResult[]>() };
    runs.set(path, run);
    return run;
  };
  const runOne = (workspace: LanguageWorkspace, path: string, name: string): boolean => {
    const { modules, results } = current(workspace, path);
    if (modules.length === 0 || results.has(name)) return false;
    const only = (each: string): boolean => each === name;
    const options = { only, reference, skipUnread: true };
    const { examples } = runDocumentExamples(workspace, path, options);
    results.set(name, examples);
    const last = shown.get(path) ?? new Map<string, ExampleResult>();
    for (const example of examples) last.set(name, example);
    shown.set(path, last);
    return true;
  };
  return {
    runOne,
    run: (workspace, path) => {
      const names = new Set(workspace.examples(path).map(({ name }) => name));
      for (const name of names) runOne(workspace, path, name);
      const { results } = current(workspace, path);
      const examples = [...names].flatMap((name) => results.get(name) ?? []);
      return { examples, diagnostics: workspace.lower(path).diagnostics };
    },
    last: (path) => shown.get(path) ?? new Map(),
  };
}

/** All that an example of the file may be settled under; none while the file has errors. */
function modulesOf(workspace: LanguageWorkspace, path: string): readonly (Module | undefined)[] {
  if (workspace.lower(path).module === undefined) return [];
  const headers = workspace.documents();
  const id = headers.find((each) => each.path === path)?.id;
  const others = headers.filter((each) => each.id === id && each.path !== path);
  return [path, ...others.map((each) => each.path)].flatMap((each) =>
    workspace.stretches(each).map(({ from }) => workspace.lower(each, from).module),
  );
}

function isSame(left: Run['modules'], right: Run['modules']): boolean {
  return left.length === right.length && left.every((module, index) => module === right[index]);
}
