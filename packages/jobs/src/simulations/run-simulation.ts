import type { Diagnostic, LocalText } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { openPopulation, rulesBefore, runStudy } from '@tiaoli/simulation';
import type { NamedSide } from '@tiaoli/workspace';
import { bindScenario, findWatchlists, openStoredSide, report } from '@tiaoli/workspace';
import type { SimulationTask, TaskEnd } from '../child-messages.ts';
import type { OnProgress } from '../do-task.ts';
import { textOf } from '../text-of.ts';

/** Runs two texts over the people of a dataset, as `tiaoli simulate` does. */
export async function runSimulation(
  { population, dataset, cacheFolder, sides }: SimulationTask,
  onProgress: OnProgress,
): Promise<TaskEnd> {
  onProgress({ step: 'read', done: 0, total: 1 });
  const opened = await openPopulation(population);
  if (opened.kind !== 'opened' || opened.manifest.root !== dataset.rootHash) {
    return refused(report('dataset-gone', { title: dataset.title }, fileSpan('dataset')));
  }
  const old = await openStoredSide(sides.baseline);
  const now = await openStoredSide(sides.reform);
  const [before, after] = [bindScenario(old), bindScenario(now)];
  if (!before.scenario || !after.scenario) {
    return refused(...before.diagnostics, ...after.diagnostics);
  }
  const simulated = await runStudy(
    {
      ...{ population, baseline: before.scenario, reforms: [after.scenario] },
      ...{ lists: findWatchlists(old), before: rulesBeside([now, old]) },
    },
    { cacheFolder, onProgress: (done, total) => onProgress({ step: 'run', done, total }) },
  );
  switch (simulated.kind) {
    case 'done': {
      const { result } = simulated;
      return {
        ...{ kind: 'simulated', identity: result.identity.id, result: JSON.stringify(result) },
        title: titleOf(before.scenario.identity, after.scenario.identity),
      };
    }
    case 'refused':
      return refused(...simulated.diagnostics);
    case 'cancelled':
      throw new Error('nobody cancels a simulation but by ending its process');
  }
}

/** Rules that are settled first where the others ask for what they give, of the side that has them: not every day has. */
function rulesBeside(sides: readonly NamedSide[]) {
  return rulesBefore((reference) => {
    const [scenario] = sides.flatMap(
      ({ policies }) => bindScenario({ policies, reference }).scenario ?? [],
    );
    return scenario;
  });
}

interface Titled {
  readonly title: string;
  readonly on: string;
}

/** Names that are kept have at most 200 characters. */
const MOST_TITLE = 80;

function titleOf(before: Titled, after: Titled): string {
  const short = ({ title }: Titled): string => [...title].slice(0, MOST_TITLE).join('');
  const both = before.title === after.title ? short(after) : `${short(before)} → ${short(after)}`;
  return `${both}（${before.on} → ${after.on}）`;
}

function refused(...diagnostics: readonly Diagnostic[]): TaskEnd {
  const problem: LocalText = textOf(diagnostics);
  return { kind: 'refused', problem };
}
