import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { compareText, printDate } from '@tiaoli/base';
import type { DocumentHeader } from '@tiaoli/language';
import { headersOf } from '@tiaoli/language';
import type { FindingCounts } from './check-policies.ts';
import { countFindings } from './check-policies.ts';
import type { VersionSpan } from './list-versions.ts';
import { versionSpans } from './list-versions.ts';
import type { Policies } from './open-policies.ts';
import type { PlaceChain, PlaceLevel } from './places-of-documents.ts';
import { placesOfDocuments } from './places-of-documents.ts';

/** The documents of a folder by place, as they are on one day. */
export interface DocumentTree {
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** The nation, with the provinces below it. */
  readonly nation: PlaceNode;
  /** Documents that show how a rule is written, or a published case, and are nobody's policy; their places too. */
  readonly samples: PlaceNode;
}

/** A place with its own documents, by id, and the places below it, by name. */
export interface PlaceNode {
  readonly place: string;
  readonly level: PlaceLevel;
  readonly documents: readonly DocumentEntry[];
  readonly places: readonly PlaceNode[];
}

export interface DocumentEntry {
  readonly id: string;
  /** Of the version in force on the day; else of the one nearest to it. */
  readonly title: string;
  readonly number?: string;
  readonly path: string;
  /** `none`: without 施行, so that it has no version. */
  readonly state: 'in-force' | 'not-yet' | 'ended' | 'none';
  /** The version in force on the day. */
  readonly version?: DocumentVersion;
  /** Oldest first. */
  readonly versions: readonly DocumentVersion[];
  /** Of all its files. */
  readonly findings: FindingCounts;
  readonly examples: { readonly count: number };
}

export interface DocumentVersion {
  /** `ID@YYYY-MM-DD` */
  readonly ref: string;
  readonly from: string;
  /** Last day in force; absent while it has no end. */
  readonly to?: string;
  readonly path: string;
}

export interface ListRequest {
  readonly on: DayNumber;
  /** About all of the policies (see `checkStatements`). */
  readonly findings: readonly Diagnostic[];
  /** True for the files of samples; without it those in `patterns` and `cases` of the folder of policies. */
  readonly isSample?: (path: string) => boolean;
}

/**
 * The tree nation, province, city, county. What decides where a document stands is told at `placesOfDocuments`; a place
 * above a document is in the tree even where it has no document of its own.
 */
export function listDocuments(
  policies: Policies,
  { on, findings, isSample = isInSampleFolder }: ListRequest,
): DocumentTree {
  const chains = placesOfDocuments(policies.language);
  const findingsOf = Map.groupBy(findings, ({ span }) => span.file);
  const byId = Map.groupBy(headersOf(policies.language), ({ id }) => id);
  const entries = [...byId.values()].flatMap((headers) => {
    const entry = entryOf(policies, headers, on, findingsOf);
    return entry ? [{ entry, chain: chains.get(entry.path) ?? [] }] : [];
  });
  const treeOf = (wanted: boolean): PlaceNode =>
    nodeOf(
      { place: '国家', level: 'nation' },
      entries.filter(({ entry }) => isSample(entry.path) === wanted),
    );
  return { on: printDate(on), nation: treeOf(false), samples: treeOf(true) };
}

interface PlacedEntry {
  readonly entry: DocumentEntry;
  /** What is left of the way down to its place. */
  readonly chain: PlaceChain;
}

function nodeOf({ place, level }: PlaceChain[number], entries: readonly PlacedEntry[]): PlaceNode {
  const own = entries.filter(({ chain }) => chain.length === 0).map(({ entry }) => entry);
  const below = Map.groupBy(
    entries.filter(({ chain }) => chain.length > 0),
    ({ chain }) => chain[0]?.place ?? '',
  );
  const places = [...below.values()].flatMap((same) => {
    const rung = same[0]?.chain[0];
    const lower = same.map(({ entry, chain }) => ({ entry, chain: chain.slice(1) }));
    return rung ? [nodeOf(rung, lower)] : [];
  });
  return {
    place,
    level,
    documents: own.sort((left, right) => compareText(left.id, right.id)),
    places: places.sort((left, right) => compareText(left.place, right.place)),
  };
}

function entryOf(
  { language }: Policies,
  headers: readonly DocumentHeader[],
  on: DayNumber,
  findingsOf: ReadonlyMap<string, readonly Diagnostic[]>,
): DocumentEntry | undefined {
  const spans = versionSpans(headers);
  const current = spans.find(({ from, to }) => from <= on && (to === undefined || on <= to));
  const before = spans.findLast(({ from }) => from <= on);
  const header = (current ?? before ?? spans[0])?.header ?? headers[0];
  if (!header) return undefined;
  const { id, title, number, path } = header;
  const examples = headers.reduce((sum, each) => sum + language.examples(each.path).length, 0);
  return {
    id,
    title,
    ...(number !== undefined && { number }),
    path,
    state: stateOf(spans, current, before),
    ...(current && { version: versionOf(current) }),
    versions: documentVersions(spans),
    findings: countFindings(headers.flatMap((each) => findingsOf.get(each.path) ?? [])),
    examples: { count: examples },
  };
}

function stateOf(
  spans: readonly VersionSpan[],
  current: VersionSpan | undefined,
  before: VersionSpan | undefined,
): DocumentEntry['state'] {
  if (spans.length === 0) return 'none';
  if (current) return 'in-force';
  return before ? 'ended' : 'not-yet';
}

/** Stretches as versions, in their order. */
export function documentVersions(spans: readonly VersionSpan[]): readonly DocumentVersion[] {
  return spans.map(versionOf);
}

function versionOf({ header, from, to }: VersionSpan): DocumentVersion {
  return {
    ref: `${header.id}@${printDate(from)}`,
    from: printDate(from),
    ...(to !== undefined && { to: printDate(to) }),
    path: header.path,
  };
}

/** True for what shows how a rule is written, or a published case: it is nobody's policy. */
export function isInSampleFolder(path: string): boolean {
  return /^[^/]*\/(patterns|cases)\//.test(path);
}
