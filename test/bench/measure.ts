/** Milliseconds of processor time that this process has used, in all its threads. */
export function cpuMillis(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One way to do the same work as others; a round of all of them is run in turn. */
export interface Contender {
  readonly id: string;
  readonly what: string;
  /** Cases in one run; time is quoted per case. */
  readonly cases: number;
  /** Gives the milliseconds of processor time where another process did the work. */
  readonly run: () => void | Promise<void> | Promise<number>;
}

export interface Timing {
  readonly id: string;
  readonly what: string;
  /** Milliseconds of processor time per case, one per round. */
  readonly rounds: readonly number[];
}

/**
 * Runs every contender in every round, so that what slows the machine down for a while slows all of them down.
 *
 * The first two rounds let the JavaScript be compiled and are not counted.
 */
export async function measureInTurn(
  contenders: readonly Contender[],
  rounds: number,
): Promise<readonly Timing[]> {
  const timings = contenders.map(({ id, what }) => ({ id, what, rounds: [] as number[] }));
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, { run, cases }] of contenders.entries()) {
      const before = cpuMillis();
      const elsewhere = await run();
      const spent = (elsewhere ?? cpuMillis() - before) / cases;
      if (round >= 0) timings[index]?.rounds.push(spent);
    }
  }
  return timings;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The median of the ratios of each round: what both shared in it cancels out. */
export function medianRatio(timing: Timing, to: Timing): number {
  return median(timing.rounds.map((spent, round) => spent / (to.rounds[round] ?? Number.NaN)));
}
