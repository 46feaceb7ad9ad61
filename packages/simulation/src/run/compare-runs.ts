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

/** Where a run that is made again differs from the one that was kept; what only the kept one has is not looked at. */
export function compareRuns(
  kept: SimulationResult,
  again: SimulationResult,
): readonly RunDifference[] {
  return differences(kept, again, []);
}

function differences(
  kept: unknown,
  again: unknown,
  path: readonly string[],
): readonly RunDifference[] {
  if (typeof again !== 'object' || again === null) {
    if (kept === again) return [];
    return [
      {
        path: path.join('/'),
        kept: JSON.stringify(kept) ?? '',
        again: JSON.stringify(again) ?? '',
      },
    ];
  }
  const known = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  return Object.entries(again).flatMap(([name, value]) =>
    differences(known[name], value, [...path, name]),
  );
}
