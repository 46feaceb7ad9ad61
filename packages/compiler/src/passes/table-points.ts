import type { Lookup } from '@tiaoli/ir';

/** Every choice of one number below each of `counts`, the last one running fastest. */
export function combinations(counts: readonly number[]): readonly (readonly number[])[] {
  return counts.reduce<readonly (readonly number[])[]>(
    (points, count) =>
      points.flatMap((point) => Array.from({ length: count }, (_, index) => [...point, index])),
    [[]],
  );
}

/** Whether a row of a table matches a point: of each key the number of the member that it has, of its enumeration. */
export function matchesPoint(
  { match }: Lookup['rows'][number],
  enumerations: readonly (string | undefined)[],
  point: readonly number[],
  members: ReadonlyMap<string, readonly string[]>,
): boolean {
  return match.every((each, column) => {
    if (each.kind === 'any' || each.kind === 'otherwise') return true;
    if (each.kind === 'range') return false;
    const names = members.get(enumerations[column] ?? '') ?? [];
    return each.members.includes(names[point[column] ?? 0] ?? '');
  });
}
