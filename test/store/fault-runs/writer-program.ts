// A program of its own that writes until it is killed, and says of each thing that it is kept: `node writer-program.ts JOB`.
import type { DatabasePlace } from '@tiaoli/store';
import { openStore } from '@tiaoli/store';
import { randomSource } from '../../conformance/random-source.ts';
import type { Cast } from './cast.ts';
import { writeOnce } from './writer.ts';

/** What is asked of the program, as JSON in its argument. */
export interface WriterJob {
  readonly place: DatabasePlace;
  readonly cast: Cast;
  readonly name: string;
  readonly seed: number;
}

if (import.meta.main) await write(JSON.parse(process.argv[2] ?? ''));

async function write({ place, cast, name, seed }: WriterJob): Promise<void> {
  const opened = await openStore(place);
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
  process.stdout.write('begun\n');
  const random = randomSource(seed);
  const writer = { store: opened.value, cast, name, random, pool: [] };
  for (let round = 0; ; round += 1) {
    await writeOnce(
      {
        ...writer,
        onTold: (told) => void process.stdout.write(`${JSON.stringify(told)}\n`),
        onRefused: () => undefined,
      },
      round,
    );
  }
}
