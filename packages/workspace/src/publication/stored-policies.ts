import { compareText } from '@tiaoli/base';
import type { Policies } from '../open-policies.ts';
import { openPolicies } from '../open-policies.ts';
import type { History, Records } from '../records/policy-store.ts';
import type { StoredVersion } from '../records/records.ts';
import { inForce } from '../versions/in-force.ts';

/** The files that hold on one day, as they are stored. */
export interface StoredPolicies {
  /** What it is made of: the same text for the same versions. */
  readonly state: string;
  readonly sources: ReadonlyMap<string, Uint8Array>;
  /** What documents name beside themselves. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
}

/** The version of each document that is in force on a day, as it is known now; without that of `except`, if any. */
export async function readStoredPolicies(
  records: Records,
  on: string,
  except?: string,
): Promise<StoredPolicies> {
  const versions = await versionsInForce(records, on, except);
  const sources = new Map<string, Uint8Array>();
  const beside = new Map<string, Uint8Array>();
  for (const { path, sourceHash, files } of versions) {
    sources.set(path, await bytesOf(records, sourceHash));
    for (const file of files) beside.set(file.path, await bytesOf(records, file.hash));
  }
  return { state: stateOf(versions), sources, beside };
}

/**
 * The days after `from` on which what `readStoredPolicies` gives becomes something else, ascending: another version begins, or
 * a repeal.
 */
export async function changesOfPolicies(
  { documents, versions }: Records,
  from: string,
  except: string,
): Promise<readonly string[]> {
  const histories: History[] = [];
  for (const { id } of await documents.list()) {
    if (id !== except) histories.push(await versions.history(id));
  }
  const stateOn = (day: string): string =>
    stateOf(histories.flatMap((history) => inForce(history, day) ?? []));
  const days = histories.flatMap((history) => [
    ...history.versions.map(({ effectiveFrom }) => effectiveFrom),
    ...history.repeals.map((repeal) => repeal.from),
  ]);
  const later = [...new Set(days)].filter((day) => day > from).sort(compareText);
  return later.filter((day, at) => stateOn(day) !== stateOn(later[at - 1] ?? from));
}

/** What `state` would be now: whether something was published in between. */
export async function stateOfPolicies(
  records: Records,
  on: string,
  except: string,
): Promise<string> {
  return stateOf(await versionsInForce(records, on, except));
}

async function versionsInForce(
  { documents, versions }: Records,
  on: string,
  except?: string,
): Promise<readonly StoredVersion[]> {
  const found: StoredVersion[] = [];
  for (const { id } of await documents.list()) {
    const version = id === except ? undefined : inForce(await versions.history(id), on);
    if (version) found.push(version);
  }
  return found;
}

function stateOf(versions: readonly StoredVersion[]): string {
  return versions.map(({ id }) => id).join(' ');
}

async function bytesOf({ versions }: Records, hash: string): Promise<Uint8Array> {
  const bytes = await versions.bytes(hash);
  if (!bytes) throw new Error(`a version without its bytes: ${hash}`);
  return bytes;
}

/** The files linked, with those of a document that is to be published in place of what is stored under their paths. */
export function openStoredPolicies(
  stored: StoredPolicies,
  sources: ReadonlyMap<string, Uint8Array>,
  beside: ReadonlyMap<string, Uint8Array>,
): Promise<Policies> {
  const all = new Map([...stored.sources, ...sources]);
  const files = new Map([...stored.beside, ...beside]);
  return openPolicies({
    list: async () => [...all.keys()].sort(),
    library: async () => [],
    read: async (path) => {
      const bytes = all.get(path);
      if (!bytes) throw new Error(`not listed: ${path}`);
      return bytes;
    },
    findBeside: async (path) => files.get(path),
    write: () => Promise.reject(new Error('what is stored is not written')),
  });
}
