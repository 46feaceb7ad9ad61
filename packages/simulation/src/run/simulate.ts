import { resolve } from 'node:path';
import type { Diagnostic } from '@tiaoli/base';
import type { ChildPool } from '../columnar/child-pool.ts';
import { withPool } from '../columnar/child-pool.ts';
import type { Child } from '../columnar/children.ts';
import type { SimulationResult, Verdict } from '../result/simulation-result.ts';
import { countOnSpark } from '../spark/count-on-spark.ts';
import type { SparkPlace } from '../spark/spark-job.ts';
import { withoutCases } from '../spark/without-cases.ts';
import type { InputMapping } from '../table/input-mapping.ts';
import { nationalMapping } from '../table/input-mapping.ts';
import type { Manifest } from '../table/manifest.ts';
import { openPopulation } from '../table/open-population.ts';
import { checkDays } from '../watch/checked-claims.ts';
import { planLists } from '../watch/plan-lists.ts';
import { assumptionsOfLists, notOnSpark, plansOf } from '../watch/told-lists.ts';
import type { PlannedList, WatchScenario } from '../watch/watch-plan.ts';
import type { ClaimTransform } from '../whatif/claim-transform.ts';
import { transformedColumns } from '../whatif/claim-transform.ts';
import type { Coverage } from './claim-source.ts';
import { countBuckets, unread } from './count-buckets.ts';
import { coverageOf, unknownCities } from './coverage.ts';
import { engineHash, SPARK_ENGINE } from './engine-hash.ts';
import { localMapping } from './local-sources.ts';
import type { Counted } from './make-result.ts';
import { asideVerdicts, makeResult } from './make-result.ts';
import type { BeforeRequest } from './plan-run.ts';
import { columnsFor, planBefore, planScenario } from './plan-run.ts';
import { openCache } from './run-cache.ts';
import { identityOf, populationIdentity, rulesOf, runKey } from './run-identity.ts';
import type { PlannedScenario, RulesBefore, RunPlan } from './run-plan.ts';
import { assumptionsOf } from './run-plan.ts';
import type { Scenario } from './scenario.ts';
import type { Survey } from './survey.ts';
import { citiesOf, incomeEdgesOf } from './survey.ts';

/** What shall be run. */
export interface SimulationRequest {
  /** Folder of the population. */
  readonly population: string;
  readonly baseline: Scenario;
  readonly reforms: readonly Scenario[];
  /** Rules that are settled first, where the others ask for what they give: see `documentsBefore`. */
  readonly before?: readonly (BeforeRequest & { readonly meaningHash: string })[];
  /** Columns for inputs beyond those that are known. */
  readonly mapping?: readonly InputMapping[];
  /** Whose claims are run; from the title and the place of the baseline when absent. */
  readonly coverage?: Partial<CoverageRequest>;
  readonly leastPersons?: number;
  /** Fen of a year up to which a change counts as none. */
  readonly sameWithin?: number;
  /** Cities of accounts that will be held against the result: each must be among those that are run. */
  readonly accountCities?: readonly string[];
  /** Rules that are run in the same scan, of which only the verdict is asked. */
  readonly asides?: readonly Scenario[];
  /** Documents with lists that are counted beside. */
  readonly watch?: readonly WatchScenario[];
  /** Another assumption of the claims. */
  readonly transform?: ClaimTransform;
}

export interface CoverageRequest {
  readonly scheme: 'employee' | 'resident' | 'all';
  /** A city of the population, or `all`. */
  readonly city: string;
}

/** How it shall be run: none of it changes the result. */
export interface RunSettings {
  /** Processes at once. */
  readonly workers?: number;
  /** Claims that one call of a module takes at most. */
  readonly rowsPerCall?: number;
  readonly onProgress?: (done: number, buckets: number) => void;
  readonly signal?: AbortSignal;
  /** A folder in which results are kept, and runs that were broken off are gone on with. */
  readonly cacheFolder?: string;
  /** Processes that are there already, and stay; without them each run has its own. */
  readonly pool?: ChildPool;
  /** Claims are settled and added up by a Spark, not here; then there are no cases, and nothing is kept. */
  readonly spark?: SparkPlace | undefined;
}

export type Simulated =
  | {
      readonly kind: 'done';
      readonly result: SimulationResult;
      /** One for each aside; undefined where it could not be run. */
      readonly asides?: readonly (Verdict | undefined)[];
      /** It was there already. */
      readonly isKept?: boolean;
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'cancelled' };

const SECONDS_PER_SURVEY = 300;
const ROWS_PER_CALL = 16_384;

/** Runs the baseline and all reforms over a population in one scan. */
export async function simulate(
  request: SimulationRequest,
  settings: RunSettings = {},
): Promise<Simulated> {
  const opened = await openPopulation(resolve(request.population));
  if (opened.kind === 'refused') return opened;
  return withPool(settings.pool, async (pool) => {
    const child = pool.take();
    try {
      const planned = planAll(request, settings.rowsPerCall ?? ROWS_PER_CALL);
      if (planned.kind === 'refused') return planned;
      const { manifest } = opened;
      return await runPlanned({ request, settings, pool, child, manifest }, planned);
    } finally {
      pool.giveBack(child);
    }
  });
}

interface Running {
  readonly request: SimulationRequest;
  readonly settings: RunSettings;
  readonly manifest: Manifest;
  readonly pool: ChildPool;
  readonly child: Child;
}

async function runPlanned(running: Running, planned: PlannedRun): Promise<Simulated> {
  const { request, settings, manifest, pool, child } = running;
  const surveyed = await surveyFor(running, planned.scenarios);
  if (surveyed.kind !== 'surveyed') return surveyed;
  const { coverage, survey } = surveyed;
  const { cacheFolder, spark } = settings;
  const engine = spark ? `${SPARK_ENGINE}${await engineHash()}` : await engineHash();
  const identity = identityOf(request, { manifest, coverage, engine });
  const cache = cacheFolder === undefined || spark ? undefined : openCache(cacheFolder);
  const key = runKey(identity, request);
  const kept = await cache?.runOf(key);
  if (kept) return { kind: 'done', ...kept, isKept: true };
  const plan = planOf(running, planned, surveyed);
  const counted = spark
    ? await countOnSpark(plan, manifest, spark, { ...settings, child })
    : await countBuckets(key, plan, manifest, { ...settings, pool, cache, child });
  if (counted.kind !== 'counted') return counted;
  const { ledger, cases } = counted;
  const lists = planned.lists.map((each) => (spark ? notOnSpark(each) : each));
  const told: Counted = {
    lists,
    ...{ ledger, scenarios: plan.scenarios, survey, identity, rules: rulesOf(request) },
    population: populationIdentity(manifest, ledger, plan.scenarios.length),
    assumptions: [
      ...assumptionsOf(plan),
      ...assumptionsOfLists(lists),
      ...(spark ? [withoutCases] : []),
    ],
  };
  // It brings the language along, which nothing before it needs.
  const { withCasesOf } = await import('../whatif/cases-of-result.ts');
  const verdicts = [...asideVerdicts(told)];
  const run = {
    result: withCasesOf(makeResult(told), cases, plan.scenarios.slice(1)),
    asides: planned.asides.map((each) => (each ? verdicts.shift() : undefined)),
  };
  await cache?.keep(key, run);
  await cache?.forgetBegun(key);
  return { kind: 'done', ...run, isKept: false };
}

function planOf(
  { request, manifest, settings }: Running,
  { scenarios, asides, before, lists }: PlannedRun,
  { coverage, survey }: Extract<Surveyed, { kind: 'surveyed' }>,
): RunPlan {
  const beside = asides.filter((each) => each !== undefined);
  const all = [...scenarios, ...beside];
  const watch = settings.spark ? [] : plansOf(lists);
  const listRules = watch.flatMap(({ sides }) => sides.map(({ rules }) => rules));
  return {
    ...{ before, coverage, survey, scenarios: all, asides: beside.length },
    folder: resolve(request.population),
    ...{ watch, checkDays: checkDays(manifest.year) },
    columns: withTransformed(columnsFor([...before, ...all, ...listRules]), request),
    sameWithin: request.sameWithin ?? 0,
    ...(request.transform && { transform: request.transform }),
    // Of real people nobody's claims leave the place where they are kept.
    withCases: manifest.origin.kind === 'synthetic' && !request.transform,
  };
}

type Surveyed =
  | { readonly kind: 'surveyed'; readonly coverage: Coverage; readonly survey: Survey }
  | Exclude<Simulated, { kind: 'done' }>;

/** Whose claims are run, and how people are put into groups. */
async function surveyFor(
  { request, settings: { signal }, manifest, child }: Running,
  scenarios: readonly PlannedScenario[],
): Promise<Surveyed> {
  const folder = resolve(request.population);
  const limits = { seconds: SECONDS_PER_SURVEY, signal };
  const cities = await citiesOf(child, folder, manifest, limits);
  if (cities.kind !== 'answer') return unread(folder, cities);
  const found = coverageOf(request, scenarios, cities.answer);
  if (found.kind === 'refused') return found;
  const { coverage } = found;
  const fault = unknownCities(
    request,
    coverage.city === undefined ? cities.answer : [coverage.city],
  );
  if (fault) return { kind: 'refused', diagnostics: [fault] };
  const edges = await incomeEdgesOf(child, folder, manifest, { coverage, limits });
  if (edges.kind !== 'answer') return unread(folder, edges);
  const survey = { cities: cities.answer, incomeEdges: edges.answer };
  return { kind: 'surveyed', coverage, survey };
}

type PlannedRun = Extract<PlannedAll, { kind: 'planned' }>;

type PlannedAll =
  | {
      readonly kind: 'planned';
      readonly scenarios: readonly PlannedScenario[];
      /** Undefined: not to be run in bulk. */
      readonly asides: readonly (PlannedScenario | undefined)[];
      readonly before: readonly RulesBefore[];
      readonly lists: readonly PlannedList[];
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

function planAll(request: SimulationRequest, rowsPerCall: number): PlannedAll {
  const { baseline, reforms, before = [], mapping = [] } = request;
  const known = [...mapping, ...nationalMapping, ...localMapping];
  const byInput = new Map(known.toReversed().map((each) => [each.input, each]));
  const asked = { mapping: [...byInput.values()], before, rowsPerCall };
  const scenarios: PlannedScenario[] = [];
  for (const scenario of [baseline, ...reforms]) {
    const planned = planScenario(scenario, asked, { isAside: false });
    if (planned.kind === 'refused') return planned;
    scenarios.push(planned.rules);
  }
  const asides = (request.asides ?? []).map((scenario) => {
    const planned = planScenario(scenario, asked, { isAside: true });
    return planned.kind === 'planned' ? planned.rules : undefined;
  });
  const wanted = new Set(
    [...scenarios, ...asides.filter((each) => each !== undefined)].flatMap(({ emitted }) =>
      emitted.layout.fields.map(({ input }) => input),
    ),
  );
  const first: RulesBefore[] = [];
  for (const rules of before.filter(({ gives }) => gives.some(({ input }) => wanted.has(input)))) {
    const planned = planBefore(rules, { ...asked, before: [] });
    if (planned.kind === 'refused') return planned;
    first.push(planned.rules);
  }
  const titled = scenarios.map((each, at) => ({
    ...each,
    title: [baseline, ...reforms][at]?.identity.title ?? '',
  }));
  const lists = request.transform ? [] : planLists(titled, request.watch ?? [], asked);
  return { kind: 'planned', scenarios, asides, before: first, lists };
}

/** With the columns that another assumption is made of. */
function withTransformed(
  columns: RunPlan['columns'],
  { transform }: SimulationRequest,
): RunPlan['columns'] {
  if (!transform) return columns;
  return { ...columns, claims: [...columns.claims, ...transformedColumns] };
}
