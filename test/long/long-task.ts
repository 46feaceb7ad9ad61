/** One piece of the long run: a process of its own, minutes to an hour, the same result whenever it is run. */
export interface LongTask {
  /** `LANE/PIECE`: names its file, and is what a part of a name on the command line is looked for in. */
  readonly name: string;
  /** Tells each step as it is done, a line each. */
  run(tell: (line: string) => void): Promise<LongReport>;
}

export interface LongReport {
  /** Added up over the pieces of a lane. */
  readonly counts: Readonly<Record<string, number>>;
  /** What was said and is not so, or differs: none is allowed. */
  readonly broken: readonly string[];
}

export function laneOf(name: string): string {
  return name.slice(0, name.indexOf('/'));
}

export function sumCounts(reports: readonly LongReport[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { counts } of reports) {
    for (const [key, count] of Object.entries(counts)) sums[key] = (sums[key] ?? 0) + count;
  }
  return sums;
}
