import { createHash } from 'node:crypto';
import type {
  PopulationIdentity,
  RunIdentity,
  RunOptions,
  ScenarioIdentity,
} from '../result/simulation-result.ts';
import { WEIGHT_UNIT } from '../table/columns.ts';
import type { Manifest } from '../table/manifest.ts';
import type { Coverage } from './claim-source.ts';
import { decimalText } from './decimal.ts';
import { splitSumAt } from './estimates.ts';
import type { Ledger } from './ledger.ts';
import { groupFigures, RANDOM_GROUPS } from './ledger.ts';
import { keyOf } from './make-result.ts';
import type { SimulationRequest } from './simulate.ts';

/** Changes with every change of what a result says. */
export const RESULT_VERSION = 3;

export const LEAST_PERSONS = 10;

interface Known {
  readonly manifest: Manifest;
  readonly coverage: Coverage;
  readonly engine: string;
}

/** What a run is called by: the same name, the same bytes. */
export function identityOf(
  request: SimulationRequest,
  { manifest, coverage, engine }: Known,
): RunIdentity {
  const {
    before = [],
    watch = [],
    mapping = [],
    leastPersons = LEAST_PERSONS,
    sameWithin = 0,
  } = request;
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
    watch: watch.map(({ identity, assumed }) => [identity.document, identity.meaningHash, assumed]),
  };
  const id = createHash('sha256').update(JSON.stringify(told)).digest('hex');
  return { id, resultVersion: RESULT_VERSION, engine, options };
}

/**
 * Under which a run is kept: its name, and the very programs, since some are made of a version for this run alone, with
 * what is asked beside them.
 */
export function runKey(
  { id }: RunIdentity,
  { baseline, reforms, asides = [], transform, before = [], watch = [] }: SimulationRequest,
): string {
  const hash = createHash('sha256')
    .update(id)
    .update(JSON.stringify(transform ?? null));
  for (const { program } of [baseline, ...reforms, ...asides, ...before, ...watch]) {
    hash.update(JSON.stringify(program));
  }
  return hash.digest('hex');
}

/** The baseline first. */
export function rulesOf({ baseline, reforms }: SimulationRequest): readonly ScenarioIdentity[] {
  return [baseline, ...reforms].map(({ identity }, at) => ({ key: keyOf(at), ...identity }));
}

export function populationIdentity(
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
