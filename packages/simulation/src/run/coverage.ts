import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { Declaration, Program } from '@tiaoli/ir';
import { report } from '../messages.ts';
import type { Coverage } from './claim-source.ts';
import type { PlannedScenario } from './run-plan.ts';
import type { SimulationRequest } from './simulate.ts';

const schemeInput = 'national.common/参保人.险种';

/** In titles: whom a document is for that does not ask for the scheme itself. */
const schemesByWord = { 职工: 'employee', 居民: 'resident' } as const;

export type FoundCoverage =
  | { readonly kind: 'found'; readonly coverage: Coverage }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * Whose claims are run. Without being told: those of the city of the baseline, where the population has it; and where no
 * version asks for the scheme, those of the scheme that the title names.
 */
export function coverageOf(
  { baseline, coverage = {} }: SimulationRequest,
  scenarios: readonly PlannedScenario[],
  cities: readonly string[],
): FoundCoverage {
  const { scheme = schemeOf(baseline.identity.title, scenarios) } = coverage;
  const { city = cityOf(baseline.program, cities) } = coverage;
  if (city !== 'all' && !cities.includes(city)) {
    const reason = { zh: `人群里没有${city}`, en: `the population has no ${city}` };
    return {
      kind: 'refused',
      diagnostics: [report('run-too-few', { reason }, fileSpan(baseline.identity.document))],
    };
  }
  return {
    kind: 'found',
    coverage: { ...(scheme !== 'all' && { scheme }), ...(city !== 'all' && { city }) },
  };
}

function schemeOf(
  title: string,
  scenarios: readonly PlannedScenario[],
): 'employee' | 'resident' | 'all' {
  const asks = scenarios.some(({ emitted }) =>
    emitted.layout.fields.some(({ input }) => input === schemeInput),
  );
  if (asks) return 'all';
  const named = (['职工', '居民'] as const).filter((word) => title.includes(word));
  const [word] = named;
  return word && named.length === 1 ? schemesByWord[word] : 'all';
}

function cityOf({ document, declarations }: Program, cities: readonly string[]): string {
  const own = declarations.find(
    (each): each is Extract<Declaration, { kind: 'document' }> =>
      each.kind === 'document' && each.document === document,
  );
  const place = own?.level === 'city' ? own.place : undefined;
  return place !== undefined && cities.includes(place) ? place : 'all';
}

/** Accounts name cities that are not run: told before hours go by. */
export function unknownCities(
  { accountCities = [] }: SimulationRequest,
  known: readonly string[],
): Diagnostic | undefined {
  const unknown = accountCities.filter((city) => !known.includes(city));
  if (unknown.length === 0) return undefined;
  return report('whatif-cities', { cities: unknown.join('、') }, fileSpan('--funds'));
}
