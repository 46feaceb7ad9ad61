import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { fileSpan, parseDate, printDate } from '@tiaoli/base';
import type { Declaration, Module } from '@tiaoli/ir';
import type { DocumentHeader } from '@tiaoli/language';
import { versionSpans } from '../list-versions.ts';
import { report } from '../messages.ts';
import type { Policies } from '../open-policies.ts';
import type { PlaceChain } from '../places-of-documents.ts';
import { placesOfDocuments } from '../places-of-documents.ts';
import type { DocumentReference } from '../resolve-reference.ts';
import { resolveReference } from '../resolve-reference.ts';
import { relationOf } from './side-relation.ts';

/** One side of a comparison as a person names it, in the policies that it is looked for in. */
export interface NamedSide {
  readonly policies: Policies;
  /** A path, `ID`, `ID@VERSION` or `ID@YYYY-MM-DD`. */
  readonly reference: string;
}

/** A side that was found. */
export interface VersionSide extends NamedSide {
  readonly header: DocumentHeader;
  /** Only what is in force on this day; every version of the file without it. */
  readonly on?: DayNumber;
  /** Nobody named the day: it is one on which both sides can be looked at. */
  readonly isDayChosen?: true;
  readonly chain: PlaceChain;
}

export type OpenedSide = VersionSide & { readonly module: Module };

/** A side as it was compared. */
export interface ComparedSide {
  readonly reference: string;
  readonly document: string;
  readonly title: string;
  readonly file: string;
  readonly place?: string;
  /** `YYYY-MM-DD`: only what is in force on it was compared; every version of the file without it. */
  readonly on?: string;
}

/** Finds what a side names; of a document in several files the newest, unless a version is pinned. */
export function findSide({ policies, reference }: NamedSide): {
  readonly side?: VersionSide;
  readonly diagnostics: readonly Diagnostic[];
} {
  const unread = policies.unreadable.filter(({ span }) => span.file === reference);
  if (unread.length > 0) return { diagnostics: unread };
  const found = resolveReference(policies, reference);
  const named = found.reference ?? beforeInForce(policies, reference);
  const header = named?.headers.at(-1);
  if (!named || !header) return { diagnostics: found.diagnostics };
  const { on } = named;
  const chain = placesOfDocuments(policies.language).get(header.path) ?? [];
  const side = { policies, reference, header, chain, ...(on !== undefined && { on }) };
  return { side, diagnostics: [] };
}

/**
 * A document on a day before it was in force: what it says of that day, as a list of services says what held until then.
 * Undefined where it says nothing of it.
 */
function beforeInForce(policies: Policies, reference: string): DocumentReference | undefined {
  const at = reference.lastIndexOf('@');
  const day = at < 0 ? undefined : parseDate(reference.slice(at + 1));
  if (day === undefined) return undefined;
  const found = resolveReference(policies, reference.slice(0, at)).reference;
  const [first] = found?.headers ?? [];
  if (!found || first?.from === undefined || day >= first.from) return undefined;
  const { module } = policies.lower(first.path);
  const own = module?.declarations.filter(({ document }) => document === module.document) ?? [];
  return own.some((each) => hasBegun(each, day) || tellsOfBefore(each, day))
    ? { id: found.id, headers: [first], on: day }
    : undefined;
}

/** Whether a service says what holds from a day on that has not come, and what until then. */
function tellsOfBefore(each: Declaration, day: DayNumber): boolean {
  if (each.kind !== 'service') return false;
  return [each.materials, each.limits].some(
    (values) =>
      values.some(({ validity: { from } }) => from === undefined) &&
      values.some(({ validity: { from } }) => from !== undefined && from > day),
  );
}

/** Whether something in it holds from a written day on that has come. */
function hasBegun(value: unknown, day: DayNumber): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('validity' in value && isBegun(value.validity, day)) return true;
  return Object.values(value).some((inner) => hasBegun(inner, day));
}

function isBegun(validity: unknown, day: DayNumber): boolean {
  if (typeof validity !== 'object' || validity === null || !('from' in validity)) return false;
  return typeof validity.from === 'number' && validity.from <= day;
}

/**
 * Where only one side names a day, or the sides are different documents, a side without one is looked at on the first day
 * of its last version; where one place is above the other, on the later such day of both.
 */
export function withDayLike(side: VersionSide, other: VersionSide): VersionSide {
  const relation = relationOf(side, other);
  if (side.on !== undefined || (relation === 'same-document' && other.on === undefined)) {
    return side;
  }
  const isOfLevels = relation === 'above' || relation === 'below';
  const days = [lastBegun(side), ...(isOfLevels ? [other.on ?? lastBegun(other)] : [])];
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? side : { ...side, on: Math.max(...known), isDayChosen: true };
}

/** The first day of its last version, or the later one on which the last version of something that it rests on begins. */
export function lastBegun({ header, policies }: VersionSide): DayNumber | undefined {
  const own = versionSpans([header]).at(-1)?.from;
  const beside = policies.language.stretches(header.path).at(-1)?.from;
  return own === undefined || beside === undefined ? own : Math.max(own, beside);
}

/** The module of a side; what is wrong with it where it has errors. */
export function openSide(side: VersionSide): {
  readonly opened?: OpenedSide;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { path } = side.header;
  const { module, diagnostics } = side.policies.lower(path, side.on ?? lastBegun(side));
  if (module) return { opened: { ...side, module }, diagnostics: [] };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const refusal = report('policy-has-errors', { count: errors.length }, fileSpan(path));
  return { diagnostics: [refusal, ...errors] };
}

export function comparedSide({ reference, header, on }: OpenedSide): ComparedSide {
  const { id, title, path, place } = header;
  return {
    ...{ reference, document: id, title, file: path },
    ...(place !== undefined && { place }),
    ...(on !== undefined && { on: printDate(on) }),
  };
}

export type OpenedSides =
  | { readonly kind: 'opened'; readonly before: OpenedSide; readonly after: OpenedSide }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Both sides found and compiled; refused where one cannot be, or where they have nothing to do with each other. */
export function openBoth(old: NamedSide, now: NamedSide): OpenedSides {
  const [left, right] = [findSide(old), findSide(now)];
  if (!left.side || !right.side) {
    return { kind: 'refused', diagnostics: [...left.diagnostics, ...right.diagnostics] };
  }
  if (relationOf(left.side, right.side) === 'unrelated') {
    const places = { left: placeOf(left.side), right: placeOf(right.side) };
    const finding = report('unrelated-places', places, fileSpan(right.side.header.path));
    return { kind: 'refused', diagnostics: [finding] };
  }
  const before = openSide(withDayLike(left.side, right.side));
  const after = openSide(withDayLike(right.side, left.side));
  if (!before.opened || !after.opened) {
    return { kind: 'refused', diagnostics: [...before.diagnostics, ...after.diagnostics] };
  }
  return { kind: 'opened', before: before.opened, after: after.opened };
}

function placeOf({ header }: VersionSide): string {
  return header.place ?? '国家';
}
