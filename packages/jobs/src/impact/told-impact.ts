import type { Manifest, ScenarioIdentity, SimulationResult } from '@tiaoli/simulation';
import { hardTargets } from '@tiaoli/simulation';
import type { GateImpact, ImpactGap, ImpactPopulation, ImpactSide } from '@tiaoli/workspace';

/** What a run says of one reform, as the report of the gate keeps it. Throws for a run without one. */
export function toldImpact(result: SimulationResult, manifest: Manifest): GateImpact {
  const [reform] = result.reforms;
  if (!reform) throw new Error('a run without a reform');
  const { fund, person, better, worse, same } = reform.verdict;
  const { scheme, city } = result.identity.options;
  return {
    ...{ kind: 'measured', scheme, city },
    population: toldPopulation(result, manifest),
    ...{ baseline: toldSide(result.baseline), reform: toldSide(reform.scenario) },
    ...{ fund, person, byLayer: reform.byLayer, better, worse, same },
    ...{ assumptions: result.assumptions, notSettled: gapsOf(result) },
  };
}

/** What no rule is about, and whoever is of another scheme or city, is missing from no figure. */
function gapsOf({ notSettled }: SimulationResult): readonly ImpactGap[] {
  return notSettled
    .filter(({ kind }) => kind === 'refused')
    .flatMap(({ scenario, reason, claims }) => {
      const sides = scenario === 'all' ? (['baseline', 'reform'] as const) : [sideOf(scenario)];
      return sides.map((side) => ({ side, reason, claims }));
    });
}

function sideOf(scenario: string): ImpactGap['side'] {
  return scenario === 'baseline' ? 'baseline' : 'reform';
}

function toldPopulation(
  { population: { weighted } }: SimulationResult,
  { root, year, persons, claims, origin }: Manifest,
): ImpactPopulation {
  if (origin.kind !== 'synthetic') throw new Error('the gate runs invented people only');
  const { province, preset, seed } = origin;
  return {
    ...{ province, preset, seed, year, persons, claims, weighted, root },
    targets: hardTargets.length,
    illustrativeTargets: hardTargets.filter(({ measured }) => measured).map(({ name }) => name),
  };
}

function toldSide({ title, on, illustrative }: ScenarioIdentity): ImpactSide {
  return { title, on, illustrative };
}
