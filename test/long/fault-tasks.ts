import { startPostgres } from '../database/start-postgres.ts';
import { breakOffWhileWriting } from '../store/fault-runs/break-off.ts';
import { writeAtOnce } from '../store/fault-runs/crowd.ts';
import { killMigrations } from '../store/fault-runs/kill-migrations.ts';
import type { FaultRun } from '../store/fault-runs/kill-writers.ts';
import { killWriters } from '../store/fault-runs/kill-writers.ts';
import type { Places } from '../store/places.ts';
import { startPlaces } from '../store/places.ts';
import type { LongTask } from './long-task.ts';

type Tell = (line: string) => void;

const firstSeed = 20_270_101;

/** The store broken off: 200 programs killed, 50 servers stopped at once, 64 writers with 200 rounds each. */
export function faultTasks(): readonly LongTask[] {
  const pieces = [0, 1, 2, 3, 4];
  return [
    ...pieces.map((at) =>
      inPlaces(`killed-server-${at}`, 'server', async (places, tell) =>
        killWriters(await places.empty(), { rounds: 12, writers: 2, seed: firstSeed + at, tell }),
      ),
    ),
    ...pieces.map((at) =>
      inPlaces(`killed-embedded-${at}`, 'embedded', async (places, tell) =>
        killWriters(await places.empty(), {
          rounds: 8,
          writers: 1,
          seed: firstSeed + 10 + at,
          tell,
        }),
      ),
    ),
    inPlaces('killed-migrating-server', 'server', (places, tell) =>
      killMigrations(places, { kills: 25, seed: firstSeed + 20, span: 1_000, tell }),
    ),
    inPlaces('killed-migrating-embedded', 'embedded', (places, tell) =>
      killMigrations(places, { kills: 15, seed: firstSeed + 21, span: 4_000, tell }),
    ),
    {
      name: 'faults/stopped-at-once',
      run: async (tell) => {
        const postgres = await startPostgres();
        const options = { stops: 50, writers: 16, seed: firstSeed + 30, tell };
        return breakOffWhileWriting(postgres, options).finally(postgres.stop);
      },
    },
    inPlaces('crowd', 'server', async (places, tell) =>
      writeAtOnce(await places.empty(), { writers: 64, rounds: 200, seed: firstSeed + 40, tell }),
    ),
  ];
}

function inPlaces(
  name: string,
  kind: 'embedded' | 'server',
  run: (places: Places, tell: Tell) => Promise<FaultRun>,
): LongTask {
  return {
    name: `faults/${name}`,
    run: async (tell) => {
      const places = await startPlaces(kind);
      return run(places, tell).finally(places.stop);
    },
  };
}
