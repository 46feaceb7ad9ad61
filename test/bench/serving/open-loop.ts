import { setTimeout as wait } from 'node:timers/promises';

/** What a stream of requests met. */
export interface Load {
  /** Milliseconds from when each request was due to its whole answer, ascending. */
  readonly waits: readonly number[];
  /** What was answered otherwise than it should be, with how often. */
  readonly errors: ReadonlyMap<string, number>;
}

/**
 * Sends requests at a steady rate, whether or not those before are answered: a server that falls behind is not spared, and
 * its delay counts from when each request was due.
 *
 * @param rate  requests a second
 * @param ask   sends one; gives what was wrong with its answer, if anything
 */
export async function loadAt(
  rate: number,
  seconds: number,
  ask: (at: number) => Promise<string | undefined>,
): Promise<Load> {
  const waits: number[] = [];
  const errors = new Map<string, number>();
  const start = performance.now();
  const sent: Promise<void>[] = [];
  for (let at = 0; at < rate * seconds; at += 1) {
    const due = start + (at * 1000) / rate;
    await wait(Math.max(0, due - performance.now()));
    sent.push(
      ask(at)
        .catch((error: unknown) => String(error))
        .then((wrong) => {
          waits.push(performance.now() - due);
          if (wrong !== undefined) errors.set(wrong, (errors.get(wrong) ?? 0) + 1);
        }),
    );
  }
  await Promise.all(sent);
  return { waits: waits.sort((left, right) => left - right), errors };
}

/** The wait that so many of a hundred do not exceed. */
export function percentile({ waits }: Load, percent: number): number {
  return waits[Math.min(waits.length - 1, Math.floor((waits.length * percent) / 100))] ?? 0;
}
