import type { LocalText } from '@tiaoli/base';
import type {
  GroupTable,
  NotSettled,
  PopulationIdentity,
  ReformResult,
  RunIdentity,
  ScenarioIdentity,
  SimulationResult,
  Verdict,
} from '../result/simulation-result.ts';
import { WEIGHT_UNIT } from '../table/columns.ts';
import { makeWatchlists } from '../watch/make-watchlists.ts';
import type { PlannedList } from '../watch/watch-plan.ts';
import { decimalText } from './decimal.ts';
import type { SplitSum } from './estimates.ts';
import {
  changeOf,
  minus,
  people,
  plus,
  replicateOf,
  rounded,
  splitSumAt,
  standardError,
  yuan,
} from './estimates.ts';
import { sumAt } from './exact-sums.ts';
import type { Ledger, LeftOut } from './ledger.ts';
import { groupFigures, RANDOM_GROUPS, wholeFigures } from './ledger.ts';
import { makeBurden } from './make-burden.ts';
import { makeCities, makeGroups } from './make-groups.ts';
import type { PlannedScenario } from './run-plan.ts';
import type { Survey } from './survey.ts';

/** What a run comes to, before anybody prints it. */
export interface Counted {
  readonly ledger: Ledger;
  readonly scenarios: readonly PlannedScenario[];
  readonly survey: Survey;
  readonly identity: RunIdentity;
  readonly population: PopulationIdentity;
  readonly assumptions: readonly LocalText[];
  /** The baseline first; scenarios behind the last were run beside. */
  readonly rules: readonly ScenarioIdentity[];
  /** Lists that were counted, in the order of the ledger, among those that could not be. */
  readonly lists: readonly PlannedList[];
}

export function makeResult(counted: Counted): SimulationResult {
  const { rules, identity, population, assumptions } = counted;
  return {
    format: 'tiaoli-simulation',
    ...{ identity, population, baseline: rulesOf(counted, 0) },
    ...{ assumptions, notSettled: notSettledOf(counted) },
    totals: Object.fromEntries(rules.map((_, s) => [keyOf(s), totalsOf(counted, s)])),
    reforms: rules.slice(1).map((_, at) => reformResult(counted, at + 1)),
  };
}

/** Verdicts of what was run beside; undefined where its rules did not settle a claim that the others settle. */
export function asideVerdicts(counted: Counted): readonly (Verdict | undefined)[] {
  const { scenarios, rules } = counted;
  return scenarios
    .slice(rules.length)
    .map((_, at) =>
      leftOutBy(counted, rules.length + at) > 0 ? undefined : verdictOf(counted, rules.length + at),
    );
}

function leftOutBy({ ledger }: Counted, scenario: number): number {
  return leftOutOf(ledger)
    .filter((each) => each.scenario === scenario)
    .reduce((sum, { claims }) => sum + claims, 0);
}

/** `baseline`, `reform-1` … */
export function keyOf(scenario: number): string {
  return scenario === 0 ? 'baseline' : `reform-${scenario}`;
}

function rulesOf({ rules }: Counted, scenario: number): ScenarioIdentity {
  const own = rules[scenario];
  if (!own) throw new Error('a scenario without a name');
  return own;
}

function totalsOf({ ledger, scenarios }: Counted, s: number): Readonly<Record<string, string>> {
  const { outputs = [], emitted } = scenarios[s] ?? {};
  const sums = ledger.outputs[s];
  return Object.fromEntries(
    outputs.map(({ name, definition }, at) => {
      const place = emitted?.layout.results.find((each) => each.definition === definition);
      const units = BigInt(WEIGHT_UNIT) * 100n * BigInt(place?.scale ?? 1);
      return [name, decimalText(sums ? sumAt(sums, at) : 0n, units, 2)];
    }),
  );
}

function leftOutOf({ leftOut }: Ledger) {
  return [...leftOut].map(([key, claims]) => {
    const [scenario, kind, reason] = JSON.parse(key) as [number, LeftOut['kind'], string];
    return { scenario, kind, reason, claims };
  });
}

function notSettledOf({ ledger, rules }: Counted): readonly NotSettled[] {
  return leftOutOf(ledger)
    .filter(({ scenario }) => scenario < rules.length)
    .map(({ scenario, ...told }) => ({ scenario: scenario < 0 ? 'all' : keyOf(scenario), ...told }))
    .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

function reformResult(counted: Counted, r: number): ReformResult {
  return {
    scenario: rulesOf(counted, r),
    verdict: verdictOf(counted, r),
    byLayer: byLayer(counted, r),
    groups: makeGroups(counted, r) satisfies readonly GroupTable[],
    burden: makeBurden(counted, r),
    cities: makeCities(counted, r),
    watchlists: makeWatchlists(counted, r),
    cases: [],
  };
}

function verdictOf(counted: Counted, r: number): Verdict {
  const { ledger, scenarios } = counted;
  const figures = groupFigures(scenarios.length);
  const of = (figure: number): SplitSum => splitSumAt(ledger.groups, figure);
  const better = of(figures.better(r));
  const worse = of(figures.worse(r));
  return {
    fund: changeOf(of(figures.fund(0)), of(figures.fund(r)), yuan),
    person: changeOf(of(figures.burden(0)), of(figures.burden(r)), yuan),
    ratios: ratiosOf(counted, r),
    better: { people: people(better), amount: yuan(of(figures.gained(r))) },
    worse: { people: people(worse), amount: yuan(of(figures.lost(r))) },
    same: people(minus(minus(of(figures.people), better), worse)),
    flags: [],
  };
}

function ratiosOf({ ledger, scenarios }: Counted, r: number): Verdict['ratios'] {
  const groups = groupFigures(scenarios.length);
  const whole = wholeFigures(scenarios.map(({ layers }) => layers.length));
  const fund = (s: number): SplitSum => splitSumAt(ledger.groups, groups.fund(s));
  const first = (s: number): SplitSum => splitSumAt(ledger.whole, whole.firstLayerOfAdmissions(s));
  const base = (figure: number): SplitSum => splitSumAt(ledger.whole, figure);
  return [
    ratio('actual', [fund(0), fund(r)], base(whole.costs)),
    ratio('in-policy', [fund(0), fund(r)], base(whole.inScope)),
    ratio('inpatient-basic', [first(0), first(r)], base(whole.admissionsInScope)),
  ].flat();
}

/** None where nothing stands below the line. */
function ratio(
  kind: Verdict['ratios'][number]['kind'],
  [before, after]: readonly [SplitSum, SplitSum],
  base: SplitSum,
): Verdict['ratios'] {
  if (base.all === 0n) return [];
  const share = (sum: SplitSum, without: number | undefined): number =>
    replicateOf(sum, without) / replicateOf(base, without);
  const moved = minus(after, before);
  return [
    {
      kind,
      baseline: rounded6(share(before, undefined)),
      reform: rounded6(share(after, undefined)),
      change: {
        value: rounded6(share(moved, undefined)),
        error: rounded(standardError((without) => share(moved, without))),
      },
    },
  ];
}

/** Shares to a ten-thousandth of a percent. */
function rounded6(share: number): number {
  return Number(share.toFixed(6));
}

/** Layers of both versions by name and payer, in the order of the reform; what one of them lacks is nothing there. */
function byLayer({ ledger, scenarios }: Counted, r: number): ReformResult['byLayer'] {
  const whole = wholeFigures(scenarios.map(({ layers }) => layers.length));
  const keys = [r, 0].flatMap((s) =>
    (scenarios[s]?.layers ?? []).map(({ layer, payer }) => JSON.stringify([layer, payer])),
  );
  const sumOf = (s: number, key: string): SplitSum =>
    (scenarios[s]?.layers ?? [])
      .map(({ layer, payer }, at) => ({ key: JSON.stringify([layer, payer]), at }))
      .filter((each) => each.key === key)
      .map(({ at }) => splitSumAt(ledger.whole, whole.layer(s, at)))
      .reduce(plus, { all: 0n, parts: new Array<bigint>(RANDOM_GROUPS).fill(0n) });
  return [...new Set(keys)].map((key) => {
    const [layer, payer] = JSON.parse(key) as [string, string];
    return { layer, payer, amount: changeOf(sumOf(0, key), sumOf(r, key), yuan) };
  });
}
