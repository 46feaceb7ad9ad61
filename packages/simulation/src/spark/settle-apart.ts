import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { Child, Outcome } from '../columnar/children.ts';
import { report } from '../messages.ts';
import type { BucketAnswer } from '../run/run-bucket.ts';
import type { RunPlan } from '../run/run-plan.ts';
import { apartRows, MOST_APART } from './apart-steps.ts';
import { readApart } from './read-apart.ts';
import type { SparkRow, SparkRows } from './spark-job.ts';

export type SettledApart =
  | Outcome<BucketAnswer>
  /** There is nobody to be settled here. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'too-many'; readonly diagnostics: readonly Diagnostic[] };

/** The interpreter takes a claim of these people in a thousandth of a second. */
const SECONDS = 3600;

/** Settles here, person by person, whom Spark has set apart: what a run of this computer does with them. */
export async function settleApart(
  plan: RunPlan,
  answers: ReadonlyMap<string, SparkRows>,
  { child, signal }: { readonly child: Child; readonly signal?: AbortSignal | undefined },
): Promise<SettledApart> {
  const rowsOf = (name: string): readonly SparkRow[] => answers.get(name)?.rows ?? [];
  const people = Number(rowsOf(apartRows.people)[0]?.[0] ?? 0);
  if (people === 0) return { kind: 'nobody' };
  if (people > MOST_APART) {
    const told = { people, most: MOST_APART };
    const diagnostics = [report('run-too-many-apart', told, fileSpan(plan.folder))];
    return { kind: 'too-many', diagnostics };
  }
  const read = readApart(plan, {
    persons: rowsOf(apartRows.persons),
    claims: rowsOf(apartRows.claims),
  });
  const limits = { seconds: SECONDS, signal };
  const opened = await child.ask({ kind: 'open-run', plan }, limits);
  return opened.kind === 'answer' ? child.ask({ kind: 'run-rows', ...read }, limits) : opened;
}
