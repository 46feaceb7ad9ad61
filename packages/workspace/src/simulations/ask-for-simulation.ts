import type { Job } from '../records/job-records.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore } from '../records/policy-store.ts';
import type { Pair } from '../sides/stored-pair.ts';
import { fixPair } from '../sides/stored-pair.ts';
import type { FixedText, NamedText } from '../sides/stored-side.ts';

/** What a job of kind `simulation` is asked. */
export type SimulationInput = Pair<FixedText>;

/** Asks for two texts to be run over a dataset of one's office, or joins whoever of the office did. */
export function askForSimulation(
  store: PolicyStore,
  actorId: string,
  { datasetId, ...pair }: Pair<NamedText> & { readonly datasetId: string },
): Promise<Outcome<Job>> {
  return store.transaction<Job>(actorId, 'serializable', async (records) => {
    const fixed = await fixPair(records, pair);
    if (fixed.kind === 'refused') return fixed;
    const input = JSON.stringify(fixed.value satisfies SimulationInput);
    const job = await records.jobs.ask({ kind: 'simulation', subject: datasetId, input });
    return { kind: 'done', value: job };
  });
}
