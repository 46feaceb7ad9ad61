import { join } from 'node:path';
import {
  assumableNumbers,
  documentsBefore,
  movableValues,
  POPULATION_YEAR,
  parseAdjustment,
  presets,
  provinces,
  readAccounts,
  referenceRules,
  studyWork,
} from '@tiaoli/simulation';
import type { Simulating } from '../http/simulating.ts';
import { openAccountFiles } from './account-files.ts';
import type { JobEars } from './job-table.ts';
import { openPopulationFolder } from './population-folder.ts';
import type { RunPace } from './run-pace.ts';
import { openRunPace } from './run-pace.ts';
import type { SimulationEnd, SimulationProgress, SimulationTask } from './simulation-jobs.ts';
import { openSimulationJobs } from './simulation-jobs.ts';
import { simulationLimits, startSimulation } from './start-simulation.ts';

/** Larger ones take minutes, and are made on the command line. */
const shownPresets = ['S', 'M'] as const;

/** Beside the populations, hidden: results of runs, and how far those came that were broken off. */
const keptRuns = '.runs';

/** Likewise: accounts of cities that were handed in. */
const keptAccounts = '.accounts';

/**
 * The populations of a folder, and what makes and runs them.
 *
 * @param isOpen  whoever is signed in sees them: then only invented people are shown, real ones are datasets of an office
 */
export function openSimulations(
  folder: string,
  { isOpen }: { readonly isOpen: boolean },
): Simulating {
  const { document, jurisdiction } = referenceRules;
  const pace = openRunPace();
  return {
    questions: { assumableNumbers, movableValues, parseAdjustment, readAccounts, studyWork },
    ...{ pace, accounts: openAccountFiles(join(folder, keptAccounts)) },
    jobs: openSimulationJobs(
      (task, ears) =>
        startSimulation({ task, cacheFolder: join(folder, keptRuns) }, learning(pace, task, ears)),
      simulationLimits,
    ),
    populations: openPopulationFolder(folder, { onlyInvented: isOpen }),
    makable: {
      provinces: Object.keys(provinces),
      sizes: shownPresets.map((preset) => ({ preset, persons: presets[preset] })),
      rules: { document, jurisdiction },
      year: POPULATION_YEAR,
      before: documentsBefore,
    },
  };
}

type Ears = JobEars<SimulationProgress, SimulationEnd>;

/** A run that was made from beginning to end tells how long the next one will take. */
function learning(pace: RunPace, task: SimulationTask, ears: Ears): Ears {
  const begun = performance.now();
  return {
    ...ears,
    ended(end) {
      if (task.kind === 'run' && end.kind === 'done' && !end.isKept) {
        pace.learn(task.effort, performance.now() - begun);
      }
      ears.ended(end);
    },
  };
}
