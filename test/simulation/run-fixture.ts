import { resolve } from 'node:path';
import { dayNumber } from '@tiaoli/base';
import type { Manifest, Scenario } from '@tiaoli/simulation';
import { documentsBefore, generatePopulation, POPULATION_YEAR } from '@tiaoli/simulation';
import type { Policies } from '@tiaoli/workspace';
import { bindScenario, openPolicies } from '@tiaoli/workspace';
import { openPolicyFiles } from '../../apps/cli/src/files/policy-files.ts';
import { referenceProgram } from './reference-program.ts';

export const SEED = 7;

/** A small population of two buckets. */
export async function smallPopulation(folder: string, persons = 3000): Promise<Manifest> {
  const on = dayNumber({ year: POPULATION_YEAR, month: 1, day: 1 });
  const made = await generatePopulation({
    ...{ folder, preset: 'S', persons, peoplePerBucket: persons / 2, province: '山东省' },
    ...{ seed: SEED, ...(await referenceProgram()), on: String(on), workers: 1 },
  });
  if (made.kind !== 'made') throw new Error(JSON.stringify(made));
  return made.manifest;
}

export async function ownPolicies(): Promise<Policies> {
  return openPolicies(await openPolicyFiles(resolve(import.meta.dirname, '../..'), ['policies']));
}

/** A version of the repository's policies, ready to be run. */
export function scenarioOf(policies: Policies, reference: string): Scenario {
  const { scenario, diagnostics } = bindScenario({ policies, reference });
  if (!scenario) throw new Error(JSON.stringify(diagnostics));
  return scenario;
}

/** What the rules of these documents give for others. */
export function rulesBefore(policies: Policies) {
  return documentsBefore.map(({ document, ...told }) => {
    const { program, identity } = scenarioOf(policies, document);
    return { program, meaningHash: identity.meaningHash, ...told };
  });
}
