import type { LocalText } from '@tiaoli/base';
import type { EmittedWasm } from '@tiaoli/compiler';
import type { Program } from '@tiaoli/ir';
import type { ManifestFile } from '../table/manifest.ts';
import type { WatchPlan } from '../watch/watch-plan.ts';
import type { ClaimTransform } from '../whatif/claim-transform.ts';
import type { Coverage } from './claim-source.ts';
import type { FactSource } from './encode-field.ts';
import type { ObservedLayer } from './scenario.ts';
import type { Survey } from './survey.ts';

/** Rules made ready for the children of a run; plain data. */
export interface PlannedRules {
  readonly emitted: EmittedWasm;
  readonly program: Program;
  /** By input. */
  readonly sources: ReadonlyMap<string, FactSource>;
  /** Ids of results without which a claim is not settled. */
  readonly essential: readonly string[];
}

export interface PlannedScenario extends PlannedRules {
  readonly layers: readonly ObservedLayer[];
  readonly total: string;
  readonly person: string;
  readonly cash: string;
  readonly outputs: readonly { readonly name: string; readonly definition: string }[];
}

/** Rules that are settled first, since the others take facts from what they come to. */
export interface RulesBefore extends PlannedRules {
  /** For each input the results of a claim that add up to it. */
  readonly gives: readonly { readonly input: string; readonly adds: readonly string[] }[];
  readonly assumption?: LocalText;
}

/** What every child of a run is told once. */
export interface RunPlan {
  readonly folder: string;
  readonly coverage: Coverage;
  readonly before: readonly RulesBefore[];
  /** The baseline first, then reforms, then asides. */
  readonly scenarios: readonly PlannedScenario[];
  /** Columns that are read of each table. */
  readonly columns: { readonly persons: readonly string[]; readonly claims: readonly string[] };
  readonly survey: Survey;
  /** Fen of a year that count as no change. */
  readonly sameWithin: number;
  /** The last so many scenarios are run beside: only their verdicts are asked for, and they leave nobody out. */
  readonly asides: number;
  /** Another assumption of the claims. */
  readonly transform?: ClaimTransform;
  /** Lists that are counted, and the days on which they are looked at. */
  readonly watch: readonly WatchPlan[];
  readonly checkDays: readonly number[];
  /** Whether single people are looked for. */
  readonly withCases: boolean;
}

/** Whether only the verdict on a scenario is asked for. */
export function isAside(
  { scenarios, asides }: Pick<RunPlan, 'scenarios' | 'asides'>,
  scenario: number,
): boolean {
  return scenario >= scenarios.length - asides;
}

/** What the run takes for granted without a source, each said once: of columns and of rules that come first. */
export function assumptionsOf({ before, scenarios }: RunPlan): readonly LocalText[] {
  const sources = [...before, ...scenarios].flatMap((rules) => [...rules.sources.values()]);
  const ofColumns = sources.map((each) =>
    each.kind === 'column' ? each.mapping.assumption : undefined,
  );
  const all = [...before.map(({ assumption }) => assumption), ...ofColumns];
  const told = all.filter((each) => each !== undefined);
  return [...new Map(told.map((each) => [each.zh, each])).values()];
}

/** The files of a bucket. */
export interface BucketFiles {
  readonly persons: ManifestFile;
  readonly claims: ManifestFile;
}
