import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { bulkCalculator } from '@tiaoli/compiler';
import { openConfined } from '../columnar/open-confined.ts';
import { sha256File } from '../columnar/sha256-file.ts';
import type { InputMapping } from '../table/input-mapping.ts';
import type { ManifestFile } from '../table/manifest.ts';
import { findListed } from '../watch/find-listed.ts';
import { tallyList } from '../watch/tally-lists.ts';
import { transformClaims } from '../whatif/claim-transform.ts';
import type { FoundCase } from '../whatif/find-cases.ts';
import { findCases } from '../whatif/find-cases.ts';
import type { Feed } from './amounts-of.ts';
import { amountsOf } from './amounts-of.ts';
import type { ClaimSource } from './claim-source.ts';
import { claimSource, columnOf, INPATIENT } from './claim-source.ts';
import { shapeOf } from './count-buckets.ts';
import type { Ledger } from './ledger.ts';
import { emptyLedger, leaveOut } from './ledger.ts';
import type { ReadColumns } from './read-columns.ts';
import { readColumns } from './read-columns.ts';
import { addRows } from './rows-of.ts';
import type { BucketFiles, PlannedRules, RulesBefore, RunPlan } from './run-plan.ts';
import { isAside } from './run-plan.ts';
import type { LoadedRules } from './settle-bucket.ts';
import { settleBucket } from './settle-bucket.ts';
import { addExactly } from './settle-exactly.ts';
import type { PersonCosts, TalliedBucket } from './tally-bucket.ts';
import { tallyBucket } from './tally-bucket.ts';

/** A run that is ready in a child: modules loaded once for all buckets. */
export interface OpenedRun {
  readonly plan: RunPlan;
  readonly connection: DuckDBConnection;
  readonly before: readonly (RulesBefore & { readonly loaded: LoadedRules })[];
  readonly scenarios: readonly LoadedRules[];
  /** By list and scenario. */
  readonly watch: readonly (readonly LoadedRules[])[];
}

/** A file that is not what the manifest says. */
export interface ChangedFile {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

export type BucketAnswer =
  | {
      readonly kind: 'sums';
      readonly ledger: Ledger;
      /** By reform. */
      readonly cases: readonly (readonly FoundCase[])[];
    }
  | { readonly kind: 'changed'; readonly file: ChangedFile }
  /** Payments and the rest do not add up to the total: our mistake, and no result. */
  | { readonly kind: 'unbalanced'; readonly scenario: number; readonly claims: number };

const DATABASE_MIB = 256;

export async function openRun(plan: RunPlan): Promise<OpenedRun> {
  const connection = await openConfined({ folders: [plan.folder], memoryMiB: DATABASE_MIB });
  return {
    ...{ plan, connection },
    before: plan.before.map((rules) => ({ ...rules, loaded: loadRules(rules) })),
    scenarios: plan.scenarios.map(loadRules),
    watch: plan.watch.map(({ sides }) => sides.map(({ rules }) => loadRules(rules))),
  };
}

function loadRules({ emitted, program, sources, essential }: PlannedRules): LoadedRules {
  return { calculator: bulkCalculator(emitted, program), sources, essential };
}

/** Settles the claims of a bucket under all rules, and adds everything up. */
export async function runBucket(run: OpenedRun, files: BucketFiles): Promise<BucketAnswer> {
  const { plan, connection } = run;
  const changed = await changedFile(plan.folder, [files.persons, files.claims]);
  if (changed) return { kind: 'changed', file: changed };
  const read = (file: ManifestFile, columns: readonly string[]): Promise<ReadColumns> =>
    readColumns(connection, { ...file, path: join(plan.folder, file.path), columns });
  const persons = await read(files.persons, plan.columns.persons);
  const told = await read(files.claims, plan.columns.claims);
  const claims = plan.transform ? transformClaims(told, plan.transform) : told;
  return runRows(run, { persons, claims });
}

/** The same for the rows themselves: claims in order, person by person. */
export function runRows(
  run: OpenedRun,
  { persons, claims }: { readonly persons: ReadColumns; readonly claims: ReadColumns },
): BucketAnswer {
  const { plan } = run;
  const source = claimSource(persons, claims, mappingsOf(plan), plan.coverage);
  const ledger = emptyLedger(shapeOf(plan));
  const counted = source.covered.slice();
  for (const rules of run.before) {
    for (const { person, reason } of derive(rules, source)) {
      counted[source.people[person] ?? 0] = 0;
      leaveOut(ledger, { scenario: -1, kind: 'refused', reason }, claimsOf(source, person));
    }
  }
  const amounts = [];
  const feeds: (readonly (readonly Feed[])[])[] = [];
  for (const [scenario, planned] of plan.scenarios.entries()) {
    const loaded = run.scenarios[scenario];
    if (!loaded) throw new Error('a scenario without its module');
    const fed = feedsOf(plan, scenario, source.rows.length);
    const found = amountsOf(planned, loaded, source, fed.flat());
    feeds.push(fed);
    if (found.unbalanced > 0) return { kind: 'unbalanced', scenario, claims: found.unbalanced };
    for (const { person, reason } of found.refused) {
      if (!isAside(plan, scenario)) counted[source.people[person] ?? 0] = 0;
      leaveOut(ledger, { scenario, kind: 'refused', reason }, claimsOf(source, person));
    }
    amounts.push(found.settled);
  }
  for (const { kind, reason, claims: left } of source.unseen) {
    leaveOut(ledger, { scenario: -1, kind, reason }, left);
  }
  const tallied = { claims: source, costs: costsOf(source), amounts, counted };
  tallyBucket(ledger, plan, tallied);
  tallyLists(run, ledger, tallied, feeds);
  return { kind: 'sums', ledger, cases: plan.withCases ? casesOf(plan, tallied) : [] };
}

function casesOf(plan: RunPlan, bucket: TalliedBucket): readonly (readonly FoundCase[])[] {
  return plan.scenarios.flatMap((_, r) =>
    r === 0 || isAside(plan, r) ? [] : [findCases(bucket, plan.scenarios, r)],
  );
}

/** What a scenario has to give for each list, claim by claim, before it is settled. */
function feedsOf(plan: RunPlan, scenario: number, claims: number): readonly (readonly Feed[])[] {
  return plan.watch.map(({ sides }) =>
    (sides[scenario]?.gives ?? []).map((each) => ({ ...each, amounts: new Float64Array(claims) })),
  );
}

function tallyLists(
  { plan, watch }: OpenedRun,
  ledger: Ledger,
  bucket: TalliedBucket,
  feeds: readonly (readonly (readonly Feed[])[])[],
): void {
  for (const [list, { sides }] of plan.watch.entries()) {
    const listed = sides.map((side, s) => {
      const rules = watch[list]?.[s];
      if (!rules) throw new Error('a list without its module');
      const facts = new Map((feeds[s]?.[list] ?? []).map(({ input, amounts }) => [input, amounts]));
      return findListed(side, rules.calculator, bucket.claims, { days: plan.checkDays, facts });
    });
    tallyList(ledger, list, listed, bucket);
  }
}

/** Bytes that are not those of the manifest would give a result of another population under its name. */
async function changedFile(
  folder: string,
  files: readonly ManifestFile[],
): Promise<ChangedFile | undefined> {
  for (const { path, sha256 } of files) {
    const found = await sha256File(join(folder, path));
    if (found !== sha256) return { path, found, expected: sha256 };
  }
  return undefined;
}

/** Every column that some rules take a fact from: what one of them does not know, none of them sees. */
function mappingsOf({ scenarios, before }: RunPlan): readonly InputMapping[] {
  const sources = [...before, ...scenarios].flatMap((rules) => [...rules.sources.values()]);
  const found = sources.flatMap((each) => (each.kind === 'column' ? [each.mapping] : []));
  return [...new Map(found.map((each) => [each.input, each])).values()];
}

/**
 * Facts that the rules of a run take from what other rules come to, claim by claim; gives the people whom those rules
 * cannot settle, of whom there are no such facts.
 */
function derive({ loaded, gives, ...rules }: OpenedRun['before'][number], source: ClaimSource) {
  const found = gives.map(({ input, adds }) => ({
    input,
    adds,
    amounts: new Float64Array(source.rows.length),
  }));
  const { lost } = settleBucket(loaded, source, (calculator, { firstRow, lastRow }) => {
    for (const { adds, amounts } of found) {
      const own = amounts.subarray(firstRow, lastRow);
      for (const definition of adds) addRows(calculator, definition, own);
    }
  });
  const refused = lost.flatMap((person) => {
    const reason = addExactly(rules, source, person, found);
    if (reason === undefined) return [];
    // What the module left of them is of no worth.
    for (const { amounts } of found)
      amounts.fill(0, source.firsts[person], source.firsts[person + 1]);
    return [{ person, reason }];
  });
  for (const { input, amounts } of found) source.derived.set(input, amounts);
  return refused;
}

function claimsOf({ firsts }: ClaimSource, person: number): number {
  return (firsts[person + 1] ?? 0) - (firsts[person] ?? 0);
}

function costsOf(source: ClaimSource): PersonCosts {
  const { claims, persons, rows } = source;
  const owners = columnOf(claims, 'person_row');
  const kinds = columnOf(claims, 'med_type');
  const [all, within] = [columnOf(claims, 'medfee_sumamt'), columnOf(claims, 'inscp_scp_amt')];
  const costs = new Float64Array(persons.count);
  const inScope = new Float64Array(persons.count);
  const admissionsInScope = new Float64Array(persons.count);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const person = owners[row] ?? 0;
    const own = within[row] ?? 0;
    costs[person] = (costs[person] ?? 0) + (all[row] ?? 0);
    inScope[person] = (inScope[person] ?? 0) + own;
    if (kinds[row] !== INPATIENT) continue;
    admissionsInScope[person] = (admissionsInScope[person] ?? 0) + own;
  }
  return { costs, inScope, admissionsInScope };
}
