import type { DayNumber, Validity } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { Policies } from '../open-policies.ts';
import { notFound } from '../proposals/read-proposed.ts';
import type { StoredPolicies } from '../publication/stored-policies.ts';
import {
  changesOfPolicies,
  openStoredPolicies,
  readStoredPolicies,
} from '../publication/stored-policies.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { StoredVersion } from '../records/records.ts';

/** A version that is stored, among what is in force beside it on the days that were asked for. */
export interface OpenedVersion {
  readonly version: StoredVersion;
  /** Oldest first; no day is in two of them. */
  readonly parts: readonly [OpenedPart, ...OpenedPart[]];
}

export interface OpenedPart {
  readonly policies: Policies;
  readonly days: Validity;
}

export interface VersionRequest {
  readonly versionId: string;
  /** All of it among the other documents of this day, `YYYY-MM-DD`. */
  readonly on?: string;
  /** Else on each of these days among those of the day; on its own first day where there is none. */
  readonly days?: readonly string[];
}

/** Opens versions, and keeps those that were asked for last: to link a province takes seconds. */
export interface VersionOpener {
  open(
    store: PolicyStore,
    actorId: string,
    request: VersionRequest,
  ): Promise<Outcome<OpenedVersion>>;
}

/** Each is some ten megabytes for a province. */
const MOST_KEPT = 8;

export function createVersionOpener(): VersionOpener {
  const kept = new Map<string, Promise<Policies>>();
  // What is stored never changes, so the same versions are the same policies.
  const openPart = ({ version, source, beside }: ReadVersion, others: StoredPolicies) => {
    const key = `${version.id} among ${others.state}`;
    const policies =
      kept.get(key) ?? openStoredPolicies(others, new Map([[version.path, source]]), beside);
    kept.delete(key);
    kept.set(key, policies);
    // What failed once is opened anew.
    policies.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return policies;
  };
  return {
    open: async (store, actorId, request) => {
      const read = await store.transaction(actorId, 'serializable', (records) =>
        readVersion(records, request),
      );
      if (read.kind === 'refused') return read;
      const { version, parts } = read.value;
      const open = async ({ others, days }: ReadPart): Promise<OpenedPart> => {
        return { policies: await openPart(read.value, others), days };
      };
      const [first, ...later] = parts;
      const opened: [OpenedPart, ...OpenedPart[]] = [await open(first)];
      for (const part of later) opened.push(await open(part));
      return { kind: 'done', value: { version, parts: opened } };
    },
  };
}

interface ReadVersion {
  readonly version: StoredVersion;
  readonly source: Uint8Array;
  readonly beside: ReadonlyMap<string, Uint8Array>;
  readonly parts: readonly [ReadPart, ...ReadPart[]];
}

interface ReadPart {
  readonly others: StoredPolicies;
  readonly days: Validity;
}

async function readVersion(
  records: Records,
  { versionId, on, days = [] }: VersionRequest,
): Promise<Outcome<ReadVersion>> {
  const version = await records.versions.find(versionId);
  const source = version && (await records.versions.bytes(version.sourceHash));
  if (!version || !source) return notFound({ zh: '版本', en: 'version' }, versionId);
  const beside = new Map<string, Uint8Array>();
  for (const { path, hash } of version.files) {
    const bytes = await records.versions.bytes(hash);
    if (bytes) beside.set(path, bytes);
  }
  const { documentId, effectiveFrom } = version;
  const read = async (day: string, of: Validity): Promise<ReadPart> => {
    return { others: await readStoredPolicies(records, day, documentId), days: of };
  };
  const [first, ...later] =
    on === undefined
      ? stretchesWith(days, [
          effectiveFrom,
          ...(await changesOfPolicies(records, effectiveFrom, documentId)),
        ])
      : [];
  const parts: [ReadPart, ...ReadPart[]] = [
    await read(on ?? first?.from ?? effectiveFrom, first?.days ?? {}),
  ];
  for (const each of later) parts.push(await read(each.from, each.days));
  return { kind: 'done', value: { version, source, beside, parts } };
}

interface StoredStretch {
  readonly from: string;
  readonly days: Validity;
}

/** Of the stretches that begin on these days, those in which one of `days` lies; what is before them is of the first. */
function stretchesWith(
  days: readonly string[],
  begins: readonly string[],
): readonly StoredStretch[] {
  return begins.flatMap((from, at) => {
    const next = begins[at + 1];
    const isIn = days.some(
      (day) => (at === 0 || from <= day) && (next === undefined || day < next),
    );
    if (!isIn) return [];
    const of = {
      ...(at > 0 && { from: dayOf(from) }),
      ...(next !== undefined && { to: dayOf(next) - 1 }),
    };
    return [{ from, days: of }];
  });
}

function dayOf(text: string): DayNumber {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`not a day: ${text}`);
  return day;
}
