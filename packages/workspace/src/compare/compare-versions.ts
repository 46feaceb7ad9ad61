import type { Diagnostic, TextLanguage } from '@tiaoli/base';
import { fileSpan, printDate } from '@tiaoli/base';
import { documentAndBasis } from '@tiaoli/compiler';
import type { Change, StructureDifference, TextDifference } from '@tiaoli/diff';
import {
  compareStructures,
  compareText,
  factContext,
  structureOf,
  structureOfDocument,
} from '@tiaoli/diff';
import { documentNames } from '@tiaoli/settlement';
import { report } from '../messages.ts';
import type { CatalogueComparison } from './compare-catalogues.ts';
import { compareCatalogues } from './compare-catalogues.ts';
import { relationOf } from './side-relation.ts';
import type { NamedSide, OpenedSide, VersionSide } from './version-side.ts';
import { findSide, openSide, withDayLike } from './version-side.ts';

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

/** A document that both sides rest on, and that says other things on one of them. */
export interface BasisDifference {
  readonly document: string;
  readonly title: string;
  readonly changes: readonly Change[];
}

export interface VersionComparison {
  readonly old: ComparedSide;
  readonly new: ComparedSide;
  /** Two documents of different names: what they declare is held together by name alone. */
  readonly isOneDocument: boolean;
  readonly text: TextDifference;
  readonly structure: StructureDifference;
  readonly basis: readonly BasisDifference[];
  readonly catalogues: readonly CatalogueComparison[];
  /** Nothing that is declared, and no row of a catalogue, is another. */
  readonly isSame: boolean;
  /** Rows that could not be read: nothing can be said about them. */
  readonly isUndecided: boolean;
}

export interface Compared {
  readonly comparison?: VersionComparison;
  readonly diagnostics: readonly Diagnostic[];
}

/** What one version says that another does not: its words, what it declares, the rows of its catalogues. */
export function compareVersions(
  old: NamedSide,
  now: NamedSide,
  language: TextLanguage = 'zh',
): Compared {
  const [left, right] = [findSide(old), findSide(now)];
  if (!left.side || !right.side) {
    return { diagnostics: [...left.diagnostics, ...right.diagnostics] };
  }
  const refused = refusalOf(left.side, right.side);
  if (refused) return { diagnostics: [refused] };
  const before = openSide(withDayLike(left.side, right.side));
  const after = openSide(withDayLike(right.side, left.side));
  if (!before.opened || !after.opened) {
    return { diagnostics: [...before.diagnostics, ...after.diagnostics] };
  }
  return { comparison: comparisonOf(before.opened, after.opened, language), diagnostics: [] };
}

function refusalOf(before: VersionSide, after: VersionSide): Diagnostic | undefined {
  const relation = relationOf(before, after);
  const span = fileSpan(after.header.path);
  switch (relation) {
    case 'above':
    case 'below': {
      const [upper, lower] = relation === 'below' ? [before, after] : [after, before];
      const names = { upper: upper.header.title, lower: lower.header.title };
      return report('sides-of-different-levels', names, span);
    }
    case 'unrelated':
      return report('unrelated-places', { left: placeOf(before), right: placeOf(after) }, span);
    default:
      return undefined;
  }
}

function placeOf({ header }: VersionSide): string {
  return header.place ?? '国家';
}

function comparisonOf(
  before: OpenedSide,
  after: OpenedSide,
  language: TextLanguage,
): VersionComparison {
  const [old, now] = [structureOf(before.module, before.on), structureOf(after.module, after.on)];
  const structure = compareStructures(old, now);
  const shared = sharedBasis(before, after);
  const basis = compareBasis(before, after, shared);
  const documents = new Set([...shared, after.module.document]);
  const catalogues = compareCatalogues(before, after, documents, language);
  const isSame =
    structure.changes.length === 0 &&
    basis.length === 0 &&
    catalogues.every(({ kind }) => kind === 'unread');
  return {
    old: comparedSide(before),
    new: comparedSide(after),
    isOneDocument: before.header.id === after.header.id,
    text: compareText(old, now),
    structure,
    basis,
    catalogues,
    isSame,
    isUndecided: catalogues.some(({ kind }) => kind === 'unread'),
  };
}

function comparedSide({ reference, header, on }: OpenedSide): ComparedSide {
  const { id, title, path, place } = header;
  return {
    ...{ reference, document: id, title, file: path },
    ...(place !== undefined && { place }),
    ...(on !== undefined && { on: printDate(on) }),
  };
}

/** Documents, the compared ones aside, that both sides rest on. */
function sharedBasis({ module: left }: OpenedSide, { module: right }: OpenedSide) {
  const own = new Set([left.document, right.document]);
  const old = documentAndBasis(left);
  return new Set([...documentAndBasis(right)].filter((id) => old.has(id) && !own.has(id)));
}

function compareBasis(
  before: OpenedSide,
  after: OpenedSide,
  shared: ReadonlySet<string>,
): readonly BasisDifference[] {
  const [old, now] = [factContext(before.module, before.on), factContext(after.module, after.on)];
  const titles = documentNames(after.module.declarations);
  return [...shared].sort().flatMap((document) => {
    const { changes } = compareStructures(
      structureOfDocument(old, document),
      structureOfDocument(now, document),
    );
    if (changes.length === 0) return [];
    return [{ document, title: titles.get(document) ?? document, changes }];
  });
}
