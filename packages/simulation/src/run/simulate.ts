import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { outcomeText } from '../columnar/outcome-text.ts';
import { report } from '../messages.ts';
import type {
  PopulationIdentity,
  RunIdentity,
  RunOptions,
  ScenarioIdentity,
  SimulationResult,
  Verdict,
} from '../result/simulation-result.ts';
import { WEIGHT_UNIT } from '../table/columns.ts';
import type { InputMapping } from '../table/input-mapping.ts';
import { nationalMapping } from '../table/input-mapping.ts';
import type { Manifest } from '../table/manifest.ts';
import { openPopulation } from '../table/open-population.ts';
import type { AnsweredCases } from '../whatif/cases-of-result.ts';
import { withCasesOf } from '../whatif/cases-of-result.ts';
import type { ClaimTransform } from '../whatif/claim-transform.ts';
import { transformedColumns } from '../whatif/claim-transform.ts';
import type { Coverage } from './claim-source.ts';
import { coverageOf } from './coverage.ts';
import { decimalText } from './decimal.ts';
import { engineHash } from './engine-hash.ts';
import { splitSumAt } from './estimates.ts';
import { rowOfCity } from './group-rows.ts';
import type { Ledger } from './ledger.ts';
import { addLedger, emptyLedger, groupFigures, RANDOM_GROUPS } from './ledger.ts';
import { localMapping } from './local-sources.ts';
import type { Counted } from './make-result.ts';
import { asideVerdicts, keyOf, makeResult } from './make-result.ts';
import type { BeforeRequest } from './plan-run.ts';
import { columnsFor, planBefore, planScenario } from './plan-run.ts';
import type { BucketAnswer } from './run-bucket.ts';
import { filesByBucket, runBuckets } from './run-children.ts';
import type { PlannedScenario, RulesBefore, RunPlan } from './run-plan.ts';
import type { Scenario } from './scenario.ts';
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
  /** Rules that are run in the same scan, of which only the verdict is asked. */
  readonly asides?: readonly Scenario[];
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
}

export type Simulated =
  | {
      readonly kind: 'done';
      readonly result: SimulationResult;
      /** One for each aside; undefined where it could not be run. */
      readonly asides?: readonly (Verdict | undefined)[];
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'cancelled' };

const SECONDS_PER_SURVEY = 300;
const ROWS_PER_CALL = 16_384;
export const RESULT_VERSION = 1;

/** Runs the baseline and all reforms over a population in one scan. */
export async function simulate(
  request: SimulationRequest,
  settings: RunSettings = {},
): Promise<Simulated> {
  const folder = resolve(request.population);
  const opened = await openPopulation(folder);
  if (opened.kind === 'refused') return opened;
  const { manifest } = opened;
  const planned = planAll(request, settings.rowsPerCall ?? ROWS_PER_CALL);
  if (planned.kind === 'refused') return planned;
  const { scenarios, asides, before } = planned;
  const beside = asides.filter((each) => each !== undefined);
  const all = [...scenarios, ...beside];
  const limits = { seconds: SECONDS_PER_SURVEY, signal: settings.signal };
  const cities = await citiesOf(folder, manifest, limits);
  if (cities.kind !== 'answer') return failed(folder, cities);
  const coverage = coverageOf(request, scenarios, cities.answer);
  if (coverage.kind === 'refused') return coverage;
  const edges = await incomeEdgesOf(folder, manifest, coverage.coverage, limits);
  if (edges.kind !== 'answer') return failed(folder, edges);
  const survey = { cities: cities.answer, incomeEdges: edges.answer };
  const plan: RunPlan = {
    ...{ folder, before, survey, scenarios: all, asides: beside.length },
    coverage: coverage.coverage,
    columns: withTransformed(columnsFor([...before, ...all]), request),
    sameWithin: request.sameWithin ?? 0,
    ...(request.transform && { transform: request.transform }),
    // Of real people nobody's claims leave the place where they are kept.
    withCases: manifest.origin.kind === 'synthetic' && !request.transform,
  };
  const counted = await countAll(plan, manifest, settings);
  if (counted.kind !== 'counted') return counted;
  const { ledger, cases } = counted;
  const identity = identityOf(request, {
    manifest,
    coverage: coverage.coverage,
    engine: await engineHash(),
  });
  const population = populationIdentity(manifest, ledger, all.length);
  const rules = rulesOf(request);
  const told: Counted = { ledger, scenarios: all, survey, identity, population, rules };
  const result = withCasesOf(makeResult(told), cases);
  const verdicts = [...asideVerdicts(told)];
  return {
    kind: 'done',
    result,
    asides: asides.map((each) => (each ? verdicts.shift() : undefined)),
  };
}

type PlannedAll =
  | {
      readonly kind: 'planned';
      readonly scenarios: readonly PlannedScenario[];
      /** Undefined: not to be run in bulk. */
      readonly asides: readonly (PlannedScenario | undefined)[];
      readonly before: readonly RulesBefore[];
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

function planAll(request: SimulationRequest, rowsPerCall: number): PlannedAll {
  const { baseline, reforms, before = [], mapping = [] } = request;
  const known = [...mapping, ...nationalMapping, ...localMapping];
  const byInput = new Map(known.toReversed().map((each) => [each.input, each]));
  const asked = { mapping: [...byInput.values()], before, rowsPerCall };
  const scenarios: PlannedScenario[] = [];
  for (const scenario of [baseline, ...reforms]) {
    const planned = planScenario(scenario, asked);
    if (planned.kind === 'refused') return planned;
    scenarios.push(planned.rules);
  }
  const asides = (request.asides ?? []).map((scenario) => {
    const planned = planScenario(scenario, asked);
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
  return { kind: 'planned', scenarios, asides, before: first };
}

/** With the columns that another assumption is made of. */
function withTransformed(
  columns: RunPlan['columns'],
  { transform }: SimulationRequest,
): RunPlan['columns'] {
  if (!transform) return columns;
  return { ...columns, claims: [...columns.claims, ...transformedColumns] };
}

function failed(folder: string, outcome: Parameters<typeof outcomeText>[0]): Simulated {
  if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
  return refuse(
    report('population-unreadable', { reason: outcomeText(outcome) }, fileSpan(folder)),
  );
}

function refuse(...diagnostics: readonly Diagnostic[]) {
  return { kind: 'refused', diagnostics } as const;
}

interface CountedAll {
  readonly kind: 'counted';
  readonly ledger: Ledger;
  readonly cases: readonly AnsweredCases[];
}

async function countAll(
  plan: RunPlan,
  manifest: Manifest,
  { workers, signal, onProgress }: RunSettings,
): Promise<CountedAll | Simulated> {
  const ledger = emptyLedger({
    rows: rowOfCity(plan.survey.cities.length),
    layers: plan.scenarios.map(({ layers }) => layers.length),
    outputs: plan.scenarios.map(({ outputs }) => outputs.length),
  });
  const files = filesByBucket(manifest);
  const cases: AnsweredCases[] = [];
  let done = 0;
  let fault: Diagnostic | undefined;
  const failure = await runBuckets({
    ...{ plan, files, workers, signal },
    buckets: files.map((_, bucket) => bucket),
    onAnswer: async (bucket, answer) => {
      if (answer.kind !== 'sums') {
        fault = faultOf(answer, plan.folder);
        return 'stop';
      }
      addLedger(ledger, answer.ledger);
      cases.push({ bucket, cases: answer.cases });
      done += 1;
      onProgress?.(done, files.length);
      return 'go-on';
    },
  });
  if (fault) return refuse(fault);
  return failure ? failed(plan.folder, failure) : { kind: 'counted', ledger, cases };
}

function faultOf(answer: Exclude<BucketAnswer, { kind: 'sums' }>, folder: string): Diagnostic {
  if (answer.kind === 'changed') {
    const { path, found, expected } = answer.file;
    return report('population-file-changed', { found, expected }, fileSpan(`${folder}/${path}`));
  }
  const { scenario, claims } = answer;
  return report('run-unbalanced', { scenario: keyOf(scenario), claims }, fileSpan(folder));
}

interface Facts {
  readonly manifest: Manifest;
  readonly coverage: Coverage;
  readonly engine: string;
}

function rulesOf({ baseline, reforms }: SimulationRequest): readonly ScenarioIdentity[] {
  return [baseline, ...reforms].map(({ identity }, at) => ({ key: keyOf(at), ...identity }));
}

function identityOf(
  request: SimulationRequest,
  { manifest, coverage, engine }: Facts,
): RunIdentity {
  const { before = [], mapping = [], leastPersons = 10, sameWithin = 0 } = request;
  const options: RunOptions = {
    leastPersons,
    sameWithin: decimalText(BigInt(sameWithin), 100n, 2),
    replicates: RANDOM_GROUPS,
    scheme: coverage.scheme ?? 'all',
    city: coverage.city ?? 'all',
  };
  const told = {
    ...{ resultVersion: RESULT_VERSION, engine, population: manifest.root, options, mapping },
    rules: rulesOf(request).map(({ document, on, meaningHash }) => ({ document, on, meaningHash })),
    before: before.map(({ meaningHash }) => meaningHash),
  };
  const id = createHash('sha256').update(JSON.stringify(told)).digest('hex');
  return { id, resultVersion: RESULT_VERSION, engine, options };
}

function populationIdentity(
  { root, year, persons, claims, origin }: Manifest,
  ledger: Ledger,
  scenarios: number,
): PopulationIdentity {
  const weighted = splitSumAt(ledger.groups, groupFigures(scenarios).people).all;
  const isSynthetic = origin.kind === 'synthetic';
  return {
    ...{ root, year, persons, claims, isSynthetic },
    weighted: decimalText(weighted, BigInt(WEIGHT_UNIT), 1),
    ...(isSynthetic && { preset: origin.preset, province: origin.province, seed: origin.seed }),
  };
}
