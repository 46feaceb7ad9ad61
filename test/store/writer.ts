// A program of its own that writes until it is killed, and says of each thing that it is kept: `node writer.ts JOB`.
import type { DatabasePlace } from '@tiaoli/store';
import { openStore } from '@tiaoli/store';
import type { Outcome } from '@tiaoli/workspace';
import { engineVersion } from '@tiaoli/workspace';

/** What is asked of the program, as JSON in its argument. */
export interface WriterJob {
  readonly place: DatabasePlace;
  readonly drafterId: string;
  readonly publisherId: string;
  readonly draftId: string;
  readonly documentId: string;
  /** Begins each text, so that those of several writers differ. */
  readonly name: string;
}

if (import.meta.main) await write(JSON.parse(process.argv[2] ?? ''));

async function write({ place, ...job }: WriterJob): Promise<void> {
  const store = done(await openStore(place));
  for (let round = 0; ; round += 1) {
    const text = `${job.name} ${round}`;
    const draft = done(
      await store.transaction(job.drafterId, 'read-committed', async ({ drafts }) => {
        const current = await drafts.find(job.draftId);
        return {
          kind: 'done',
          value: await drafts.save(job.draftId, current?.revision ?? 0, text),
        };
      }),
    );
    if (draft) process.stdout.write(`saved ${draft.revision} ${text}\n`);
    const version = await store.transaction(job.publisherId, 'serializable', async (records) => ({
      kind: 'done',
      value: await records.versions.publish({
        ...{ documentId: job.documentId, path: 'policies/city.tiaoli', engineVersion, files: [] },
        ...{ meaningHash: 'a'.repeat(64), effectiveFrom: '2027-01-01' },
        source: new TextEncoder().encode(text),
        module: new TextEncoder().encode(`module ${text}`),
      }),
    }));
    if (version.kind === 'done') process.stdout.write(`published ${version.value.hash} ${text}\n`);
  }
}

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}
