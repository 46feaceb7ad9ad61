import type { SimulationResult } from '../result/simulation-result.ts';

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

/** Where a run that is made again differs from the one that was kept: what either of them has counts. */
export function compareRuns(
  kept: SimulationResult,
  again: SimulationResult,
): readonly RunDifference[] {
  const asKept: unknown = JSON.parse(JSON.stringify(again));
  return differences(kept, asKept, []);
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
