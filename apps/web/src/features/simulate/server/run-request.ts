import type { Diagnostic } from '@tiaoli/base';
import type { WhatIf } from '@tiaoli/simulation';
import type { NamedSide, Policies } from '@tiaoli/workspace';
import { bindScenario, findWatchlists, resolveReference } from '@tiaoli/workspace';
import type { Simulating } from '../../../http/simulating.ts';
import type { FoundPopulation } from '../../../jobs/population-folder.ts';
import type { NamedRun, RunSide, RunTask } from '../../../jobs/simulation-jobs.ts';

interface AskedRules {
  readonly old: NamedSide;
  readonly now: NamedSide;
  readonly population: Extract<FoundPopulation, { kind: 'usable' }>;
  readonly whatIf: WhatIf;
}

/** The same, with how much there is to do, or what is wrong with what is asked beside. */
export function plannedTask(
  policies: Policies,
  asked: AskedRules,
  shared: Pick<Simulating, 'populations' | 'makable' | 'questions'>,
): { readonly task?: RunTask; readonly diagnostics: readonly Diagnostic[] } {
  const { task, diagnostics } = runTask(policies, asked, shared);
  if (!task) return { diagnostics };
  const work = shared.questions.studyWork(task.request);
  if (work.kind === 'refused') return work;
  const effort = { scans: work.scans, steps: work.programs * asked.population.manifest.claims };
  return { task: { ...task, effort }, diagnostics };
}

/** The job that runs a population under two versions, or why they cannot be run. */
export function runTask(
  policies: Policies,
  { old, now, whatIf, population: { name, manifest } }: AskedRules,
  { populations, makable }: Pick<Simulating, 'populations' | 'makable'>,
): { readonly task?: NamedRun; readonly diagnostics: readonly Diagnostic[] } {
  const [before, after] = [bindScenario(old), bindScenario(now)];
  if (!before.scenario || !after.scenario) {
    return { diagnostics: [...before.diagnostics, ...after.diagnostics] };
  }
  const request: RunTask['request'] = {
    population: populations.pathOf(name),
    baseline: before.scenario,
    reforms: [after.scenario],
    whatIf,
    lists: findWatchlists(old),
    before: makable.before.flatMap(({ document, ...told }) => {
      const { scenario } = bindScenario({ policies, reference: document });
      if (!scenario) return [];
      return [{ program: scenario.program, meaningHash: scenario.identity.meaningHash, ...told }];
    }),
  };
  const sides = [
    sideOf(old, before.scenario.identity.on),
    sideOf(now, after.scenario.identity.on),
  ] as const;
  return { task: { kind: 'run', root: manifest.root, request, sides }, diagnostics: [] };
}

function sideOf({ policies, reference }: NamedSide, on: string): RunSide {
  const header = resolveReference(policies, reference).reference?.headers.at(-1);
  return { document: header?.id ?? reference, file: header?.path ?? reference, on };
}
