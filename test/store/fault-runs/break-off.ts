import { setTimeout as wait } from 'node:timers/promises';
import { randomSource } from '../../conformance/random-source.ts';
import type { Postgres } from '../../database/start-postgres.ts';
import { urlOf } from '../places.ts';
import { writeAtOnce } from './crowd.ts';
import type { FaultRun } from './kill-writers.ts';

export interface BreakOptions {
  readonly stops: number;
  readonly writers: number;
  readonly seed: number;
  readonly tell?: (line: string) => void;
}

/** Stops the database server at once, again and again, while people write; the program goes on when it is back. */
export async function breakOffWhileWriting(
  postgres: Postgres,
  { stops, writers, seed, tell = () => undefined }: BreakOptions,
): Promise<FaultRun> {
  const random = randomSource(seed);
  const meanwhile = async () => {
    for (let stop = 1; stop <= stops; stop += 1) {
      const life = 300 + random.below(1_500);
      await wait(life);
      await postgres.breakOff();
      tell(`seed ${seed}: stopped at once ${stop} times, now after ${life} ms`);
    }
  };
  const place = { kind: 'server', url: urlOf(postgres, postgres.database) } as const;
  const run = await writeAtOnce(place, { writers, rounds: 1, seed, tell, meanwhile });
  return { ...run, counts: { stops, ...run.counts } };
}
