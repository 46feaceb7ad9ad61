import { engineVersion } from '../publication/engine-version.ts';
import { stateOfPolicies } from '../publication/stored-policies.ts';
import type { Job } from '../records/job-records.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Pair } from '../sides/stored-pair.ts';
import { fixPair } from '../sides/stored-pair.ts';
import type { FixedText, NamedText } from '../sides/stored-side.ts';
import { hashOfBytes } from '../versions/version-hash.ts';

/** What a job of kind `comparison` is asked. */
export interface ComparisonInput extends Pair<FixedText> {
  /** Of all that decides what comes of it beside the texts: the program, and what is in force beside them. */
  readonly state: string;
}

/**
 * Asks for two texts to be compared, for an office of the asker; joins whoever of the office did, or finds what came of it,
 * where nothing is another since.
 */
export function askForComparison(
  store: PolicyStore,
  actorId: string,
  { jurisdictionId, ...pair }: Pair<NamedText> & { readonly jurisdictionId: string },
): Promise<Outcome<Job>> {
  return store.transaction<Job>(actorId, 'serializable', async (records) => {
    const fixed = await fixPair(records, pair);
    if (fixed.kind === 'refused') return fixed;
    const { baseline, reform } = fixed.value;
    const states = [await stateBeside(records, baseline), await stateBeside(records, reform)];
    const state = hashOfBytes(JSON.stringify([engineVersion, ...states]));
    const input = JSON.stringify({ baseline, reform, state } satisfies ComparisonInput);
    const job = await records.jobs.ask({ kind: 'comparison', subject: jurisdictionId, input });
    return { kind: 'done', value: job };
  });
}

/** The versions of every document that are in force on the day of a text. */
function stateBeside(records: Records, { on }: FixedText): Promise<string> {
  return stateOfPolicies(records, on, '');
}
