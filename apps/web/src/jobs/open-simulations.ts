import { join } from 'node:path';
import {
  documentsBefore,
  POPULATION_YEAR,
  presets,
  provinces,
  referenceRules,
} from '@tiaoli/simulation';
import type { Simulating } from '../http/simulating.ts';
import { openPopulationFolder } from './population-folder.ts';
import { openSimulationJobs } from './simulation-jobs.ts';
import { simulationLimits, startSimulation } from './start-simulation.ts';

/** Larger ones take minutes, and are made on the command line. */
const shownPresets = ['S', 'M'] as const;

/** Beside the populations, hidden: results of runs, and how far those came that were broken off. */
const keptRuns = '.runs';

/** The populations of a folder, and what makes and runs them. */
export function openSimulations(folder: string): Simulating {
  const { document, jurisdiction } = referenceRules;
  return {
    jobs: openSimulationJobs(
      (task, ears) => startSimulation({ task, cacheFolder: join(folder, keptRuns) }, ears),
      simulationLimits,
    ),
    populations: openPopulationFolder(folder),
    makable: {
      provinces: Object.keys(provinces),
      sizes: shownPresets.map((preset) => ({ preset, persons: presets[preset] })),
      rules: { document, jurisdiction },
      year: POPULATION_YEAR,
      before: documentsBefore,
    },
  };
}
