import type { DayNumber } from '@tiaoli/base';
import { bind, governingDates } from '@tiaoli/compiler';
import type { Behaviour } from '@tiaoli/diff';
import type { Program } from '@tiaoli/ir';
import type { Policies } from '@tiaoli/workspace';
import { behaviourOf } from '../diff/open-pair.ts';
import type { Mutant } from './edit-text.ts';

/** What the product says of a mutant and its original. */
export type Compared =
  /** The checks refuse the text. */
  | { readonly kind: 'refused' }
  /** The same program in every version of the document: nothing is left to compare. */
  | { readonly kind: 'same-program' }
  | { readonly kind: 'compared'; readonly behaviour: Behaviour; readonly day: DayNumber };

/** A mutant and its original, ready to be compared. */
export type Bound =
  | Exclude<Compared, { readonly kind: 'compared' }>
  | {
      readonly kind: 'bound';
      readonly before: Program;
      readonly after: Program;
      readonly day: DayNumber;
    };

/** Compares a mutant with its original as they are in the last of the versions in which they are not the same program. */
export async function compareMutant(policies: Policies, mutant: Mutant): Promise<Compared> {
  const bound = await bindMutant(policies, mutant);
  if (bound.kind !== 'bound') return bound;
  const { before, after, day } = bound;
  return { kind: 'compared', behaviour: behaviourOf(before, after), day };
}

/** Both programs in the last of the versions in which they are not the same. */
export async function bindMutant(policies: Policies, mutant: Mutant): Promise<Bound> {
  const { path } = mutant;
  const text = policies.texts.get(path) ?? '';
  const days = daysOf(policies, path);
  const before = days.map((day) => programOn(policies, path, day));
  await policies.language.update([{ path, text: mutant.text }]);
  const isRefused = policies.language.findingsIn(path).some(({ severity }) => severity === 'error');
  const after = isRefused ? [] : days.map((day) => programOn(policies, path, day));
  await policies.language.update([{ path, text }]);
  if (isRefused) return { kind: 'refused' };
  for (const [at, day] of days.entries()) {
    const [old, now] = [before[at], after[at]];
    if (!old || !now || meaningOf(old) === meaningOf(now)) continue;
    return { kind: 'bound', before: old, after: now, day };
  }
  return { kind: 'same-program' };
}

/** The last version of a document; undefined where nothing can be bound. */
export function lastProgram(policies: Policies, path: string): Program | undefined {
  const [day] = daysOf(policies, path);
  return day === undefined ? undefined : programOn(policies, path, day);
}

/** Days on which something new is in force, the last first. */
function daysOf({ texts, language }: Policies, path: string): readonly DayNumber[] {
  const written = [...(texts.get(path) ?? '').matchAll(/自 ?(\d{4})-(\d{2})-(\d{2})/g)];
  const days = written.map(
    (match) => Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000,
  );
  const first = language.documents().find((each) => each.path === path)?.from ?? 0;
  const inForce = days.filter((day) => day >= first);
  return [...new Set([...inForce, first])].toSorted((left, right) => right - left);
}

function programOn(policies: Policies, path: string, day: DayNumber): Program | undefined {
  const { module } = policies.lower(path);
  if (!module) return undefined;
  const dates = Object.fromEntries(governingDates(module).map((ref) => [ref, day]));
  return bind(module, { dates }).program;
}

/** All that a claim can depend on, without places in the text. */
function meaningOf({ definitions, accumulators, declarations, yearStart }: Program): string {
  const declared = declarations.flatMap((each): unknown[] => {
    if (each.kind === 'input') return [[each.id, each.low, each.high, each.default, each.optional]];
    return each.kind === 'invariant' ? [each.condition] : [];
  });
  const counted = accumulators.map(({ origin: _, ...rest }) => rest);
  return JSON.stringify([
    definitions.map(({ id, body }) => [id, body]),
    counted,
    declared,
    yearStart,
  ]);
}
