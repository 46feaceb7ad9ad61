import type { Diagnostic } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';
import { checkPolicies } from '../check-policies.ts';
import { compareConformance } from '../compare/conformance.ts';
import type { Proposed } from '../proposals/read-proposed.ts';
import { openBase, openProposed } from '../proposals/read-proposed.ts';
import { engineVersion } from '../publication/engine-version.ts';
import type { JobProgress } from '../records/job-records.ts';
import type { StoredVersion } from '../records/records.ts';
import { runExamples } from '../run-examples.ts';
import { hashOfBytes } from '../versions/version-hash.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ComparedWithBase, GateSide } from './compare-with-base.ts';
import { compareWithBase } from './compare-with-base.ts';
import type { MeasureImpact } from './gate-impact.ts';
import type { Answerable, GateConformance, GateFinding, GateReport } from './gate-report.ts';
import { measureProposed } from './measure-proposed.ts';
import { weakValues } from './weak-values.ts';

export interface Examined {
  readonly report: GateReport;
  /** Of every difference from what is in force, and of what was measured of it. */
  readonly differenceHash: string;
  readonly certificate?: string;
}

/**
 * `read`: all that the text meets; `compare`: day by day; `check`: findings, examples, bounds; `measure`: people and funds,
 * where there are populations.
 */
export type GateStep = 'read' | 'compare' | 'check' | 'measure';

/**
 * Everything that the gate asks of a text. Takes seconds, and more for large documents.
 *
 * @param measure  of whoever has populations; without it the report says nothing of funds and people
 */
export async function examineProposed(
  proposed: Proposed,
  onStep: (progress: JobProgress & { readonly step: GateStep }) => void = () => undefined,
  measure?: MeasureImpact,
): Promise<Examined> {
  const { path, effectiveFrom, base } = proposed;
  onStep({ step: 'read', done: 0, total: 1 });
  const policies = await openProposed(proposed);
  const before = await openBase(proposed);
  const { module } = policies.lower(path);
  const after: GateSide = { policies, path };
  const old = before && base && { policies: before, path: base.version.path };
  const onDay = (done: number, total: number): void => onStep({ step: 'compare', done, total });
  const compared = old ? compareWithBase(old, after, effectiveFrom, onDay) : nothingBefore;
  onStep({ step: 'check', done: 0, total: 1 });
  const { comparison, differences, certificate } = compared;
  const found = checkPolicies(policies, (each) => each === path);
  const sides = { after, on: effectiveFrom, ...(old && { before: old }) };
  const onMeasured = (done: number, total: number): void =>
    onStep({ step: 'measure', done, total });
  if (measure) onMeasured(0, 1);
  const measured = measure && (await measureProposed(measure, sides, onMeasured));
  const bound = measured?.fingerprint === undefined ? [] : [measured.fingerprint];
  return {
    report: {
      ...{ form: 1, engineVersion, comparedWith: stateOfProposed(proposed) },
      findings: found.map(gateFinding),
      examples: runExamples(policies, (each) => each === path).examples.map(({ name, passed }) => ({
        name,
        passed,
      })),
      conformance: old ? conformanceOf(old, after) : [],
      ...{ comparison, undecided: old ? compared.undecided : undecidedIn(found) },
      ...(module ? weakValues(module) : noValues),
      ...(measured && { impact: measured.impact }),
    },
    differenceHash: differenceHashOf([...differences, ...bound], module),
    ...(certificate !== undefined && { certificate }),
  };
}

/** What a text is held against: another one as soon as something is published that is in force on its first day. */
export function stateOfProposed({
  others,
  base,
}: {
  readonly others: Pick<Proposed['others'], 'state'>;
  readonly base?: { readonly version: Pick<StoredVersion, 'id'> };
}): string {
  return hashOfBytes(JSON.stringify([engineVersion, others.state, base?.version.id ?? null]));
}

const nothingBefore: ComparedWithBase = {
  ...{ comparison: { kind: 'first' }, undecided: [], differences: [] },
};
const noValues = { illustrative: [], unseen: [], gradeD: [] };

/** A first version differs from nothing in all that it says, which its content hash tells. */
function differenceHashOf(differences: readonly string[], module: Module | undefined): string {
  const compiled = module === undefined ? 'none' : 'some';
  return hashOfBytes(JSON.stringify(['differences 1', compiled, differences.toSorted()]));
}

function gateFinding({ code, severity, message, span }: Diagnostic): GateFinding {
  return { code, severity, message, line: span.start.line };
}

/** Of a first version there is nothing to compare: what nobody could decide is what the text itself leaves open. */
function undecidedIn(found: readonly Diagnostic[]): readonly Answerable[] {
  return found
    .filter(({ code }) => code === 'undecided')
    .map(({ code, message }) => ({
      fingerprint: hashOfBytes(canonicalJson(['in the text itself', code, message.zh])),
      text: message,
    }));
}

function conformanceOf(before: GateSide, after: GateSide): readonly GateConformance[] {
  const { comparison } = compareConformance(
    { policies: before.policies, reference: before.path },
    { policies: after.policies, reference: after.path },
  );
  return (comparison?.rows ?? []).map((row) => ({
    ...{ parameter: row.parameter, place: row.place },
    isOwn: row.setBy?.file === after.path,
    ...(row.after && { state: row.after }),
    ...(row.new && { value: row.new }),
    ...(row.bounds && { bounds: row.bounds }),
  }));
}
