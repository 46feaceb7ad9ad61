import type { SimulationResult } from '../result/simulation-result.ts';
import { withoutCases } from '../spark/without-cases.ts';
import { isOnSpark, SPARK_ENGINE } from './engine-hash.ts';

/** Something that a run says otherwise when it is made again. */
export interface RunDifference {
  /** As a path: `totals/baseline/住院统筹`. */
  readonly path: string;
  readonly kept: string;
  readonly again: string;
}

/** The run that a text holds; undefined where it holds none. */
export function readRun(text: string): SimulationResult | undefined {
  try {
    const result = JSON.parse(text) as SimulationResult | null;
    const isRun = result?.format === 'tiaoli-simulation' && typeof result.identity.id === 'string';
    return isRun ? result : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where a run that is made again on this computer differs from the one that was kept: what either of them has counts. A
 * run on Spark has no single people and no lists, and is compared in all else.
 */
export function compareRuns(
  kept: SimulationResult,
  again: SimulationResult,
): readonly RunDifference[] {
  const asKept = JSON.parse(JSON.stringify(again)) as SimulationResult;
  if (!isOnSpark(kept)) return differences(kept, asKept, []);
  return differences(withoutPeople(kept, kept), withoutPeople(asKept, kept), []);
}

/** Of what is assumed, a run of this computer may tell more: of its lists. */
function withoutPeople(
  { identity, reforms, assumptions, ...result }: SimulationResult,
  kept: SimulationResult,
): unknown {
  const told = new Set(kept.assumptions.map(({ zh }) => zh));
  told.delete(withoutCases.zh);
  const { id: _, engine, ...named } = identity;
  return {
    ...result,
    identity: { ...named, engine: engine.replace(SPARK_ENGINE, '') },
    assumptions: assumptions.filter(({ zh }) => told.has(zh)),
    reforms: reforms.map(({ cases: _, watchlists: __, verdict, ...reform }) => ({
      ...reform,
      verdict: {
        ...verdict,
        flags: verdict.flags.filter(({ kind }) => kind !== 'person-loses-most'),
      },
    })),
  };
}

function differences(
  kept: unknown,
  again: unknown,
  path: readonly string[],
): readonly RunDifference[] {
  const [left, right] = [membersOf(kept), membersOf(again)];
  if (!left || !right || Array.isArray(kept) !== Array.isArray(again)) {
    if (kept === again) return [];
    const [before, now] = [kept, again].map((value) => JSON.stringify(value) ?? '');
    return [{ path: path.join('/'), kept: before ?? '', again: now ?? '' }];
  }
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].flatMap((name) => differences(left[name], right[name], [...path, name]));
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
