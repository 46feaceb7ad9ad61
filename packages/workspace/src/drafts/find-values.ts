import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import { checkDelegations } from '@tiaoli/compiler';
import { versionWindows } from '@tiaoli/language';
import type { Policies } from '../open-policies.ts';
import type { Proposed } from '../proposals/read-proposed.ts';
import { notFound, openProposed, readProposed } from '../proposals/read-proposed.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { DelegatedValue } from './delegated-values.ts';
import { delegatedValues } from './delegated-values.ts';

/** What a text may set of what is left to its place. */
export interface FoundValues {
  readonly values: readonly DelegatedValue[];
  /** Errors that keep the text from being understood, and values out of their bounds. */
  readonly findings: readonly Diagnostic[];
}

/** Finds the values of drafts; what they meet is kept, so that another text of the same draft is quick. */
export interface ValueFinder {
  /**
   * @param request.text  as it stands, saved or not
   * @param request.on    the day whose other documents it meets
   */
  find(
    store: PolicyStore,
    actorId: string,
    request: { readonly draftId: string; readonly text: string; readonly on: DayNumber },
  ): Promise<Outcome<FoundValues>>;
}

/** Each is some ten megabytes for a province. */
const MOST_KEPT = 4;

export function createValueFinder(): ValueFinder {
  const kept = new Map<string, Promise<Policies>>();
  const opened = (key: string, proposed: Proposed): Promise<Policies> => {
    const policies = kept.get(key) ?? openProposed(proposed);
    kept.delete(key);
    kept.set(key, policies);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return policies;
  };
  return {
    find: async (store, actorId, { draftId, text, on }) => {
      const read = await store.transaction(actorId, 'serializable', (records) =>
        readDraft(records, draftId, text, on),
      );
      if (read.kind === 'refused') return read;
      const { value: proposed } = read;
      const key = `${draftId} among ${proposed.others.state}`;
      // One text at a time: whoever asked before has the answer about theirs.
      const found = opened(key, proposed).then(async (policies) => {
        await policies.language.update([{ path: proposed.path, text }]);
        return { policies, values: valuesIn(policies, proposed.path, text, on) };
      });
      const next = found.then(({ policies }) => policies);
      kept.set(key, next);
      // What failed once is opened anew.
      next.catch(() => kept.delete(key));
      return { kind: 'done', value: (await found).values };
    },
  };
}

function valuesIn(policies: Policies, path: string, text: string, on: DayNumber): FoundValues {
  const { module, diagnostics } = policies.lower(path, on);
  if (!module) return { values: [], findings: diagnostics };
  const windows = versionWindows(policies.language);
  const findings = checkDelegations(module, { windows }).filter(({ span }) => span.file === path);
  return { values: delegatedValues(module, text, on), findings };
}

async function readDraft(
  records: Records,
  draftId: string,
  text: string,
  on: DayNumber,
): Promise<Outcome<Proposed>> {
  const draft = await records.drafts.find(draftId);
  if (!draft) return notFound({ zh: '草稿', en: 'draft' }, draftId);
  const { documentId, path } = draft;
  return readProposed(records, { documentId, path, text, effectiveFrom: printDate(on) });
}
