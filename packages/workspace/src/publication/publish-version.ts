import type { Diagnostic } from '@tiaoli/base';
import { fileSpan, parseDate } from '@tiaoli/base';
import { blocked } from '../gate/approve-proposal.ts';
import { publicationBlocks } from '../gate/gate-report.ts';
import { weakValues } from '../gate/weak-values.ts';
import { report } from '../messages.ts';
import type { Policies } from '../open-policies.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore } from '../records/policy-store.ts';
import type { StoredVersion } from '../records/records.ts';
import { compileVersion } from './compile-version.ts';
import { openStoredPolicies, readStoredPolicies, stateOfPolicies } from './stored-policies.ts';

/** A text that is to be the next version of its document. */
export interface PublishRequest {
  readonly documentId: string;
  /** Where its file lies in a folder of policies. */
  readonly path: string;
  readonly text: string;
  /** What the text names beside itself, by path. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
  /** `YYYY-MM-DD`: today, later, or earlier. */
  readonly effectiveFrom: string;
}

/** The same in bytes, and of which earlier version they are, where they are brought back. */
export interface SourceRequest extends Omit<PublishRequest, 'text'> {
  readonly source: Uint8Array;
  readonly rollbackOfId?: string;
}

/** How often the text is compiled again where another document it may rest on was published in between. */
const MOST_ROUNDS = 3;

/**
 * Publishes a text as the next version of its document: compiled together with what is in force on its first day, and
 * stored with the bytes that it was compiled to. Refused where the text has errors, or values that nobody can rely on
 * (`publicationBlocks`: hearsay goes by a proposal, where somebody answers for it); what is published stays for ever.
 */
export function publishVersion(
  store: PolicyStore,
  actorId: string,
  { text, ...request }: PublishRequest,
): Promise<Outcome<StoredVersion>> {
  return publishSource(store, actorId, { ...request, source: new TextEncoder().encode(text) });
}

/**
 * The same for bytes. With `rollbackOfId` they have to be those of that version: what it was published with is not asked
 * for again. For the use cases of this folder; a person publishes a text, or rolls back.
 */
export async function publishSource(
  store: PolicyStore,
  actorId: string,
  request: SourceRequest,
): Promise<Outcome<StoredVersion>> {
  if (parseDate(request.effectiveFrom) === undefined) {
    return refused(report('not-a-day', { text: request.effectiveFrom }, fileSpan(request.path)));
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const outcome = await publishOnce(store, actorId, request);
    if (outcome !== 'moved') return outcome;
  }
  return refused(report('store-busy', {}, fileSpan(request.path)));
}

async function publishOnce(
  store: PolicyStore,
  actorId: string,
  { beside, ...version }: SourceRequest,
): Promise<Outcome<StoredVersion> | 'moved'> {
  const { documentId, effectiveFrom, path, source } = version;
  const read = await store.transaction(actorId, 'serializable', async (records) => ({
    kind: 'done',
    value: {
      ...(await readStoredPolicies(records, effectiveFrom, documentId)),
      isDemo: records.isDemo,
    },
  }));
  if (read.kind === 'refused') return read;
  const policies = await openStoredPolicies(read.value, new Map([[path, source]]), beside);
  const compiled = compileVersion(policies, { ...version, beside });
  if (compiled.kind === 'refused') return compiled;
  const blocks = blocksOf(policies, version, read.value.isDemo);
  if (blocks.length > 0) return { kind: 'refused', diagnostics: blocks };
  const outcome = await store.transaction(actorId, 'serializable', async (records) => {
    const state = await stateOfPolicies(records, effectiveFrom, documentId);
    const same = state === read.value.state;
    const value = same ? await records.versions.publish(compiled.value) : undefined;
    return { kind: 'done', value };
  });
  if (outcome.kind === 'refused') return outcome;
  return outcome.value ? { kind: 'done', value: outcome.value } : 'moved';
}

/** What was published before is brought back as it was. */
function blocksOf(
  policies: Policies,
  { path, rollbackOfId }: Pick<SourceRequest, 'path' | 'rollbackOfId'>,
  isDemo: boolean,
): readonly Diagnostic[] {
  const { module } = policies.lower(path);
  if (!module || rollbackOfId !== undefined) return [];
  return blocked(publicationBlocks(weakValues(module), [], isDemo), path);
}

function refused<Value>(finding: Diagnostic): Outcome<Value> {
  return { kind: 'refused', diagnostics: [finding] };
}
