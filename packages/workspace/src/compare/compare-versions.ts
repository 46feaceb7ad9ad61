import type { Diagnostic, TextLanguage } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
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
import type { ComparedSide, NamedSide, OpenedSide } from './version-side.ts';
import { comparedSide, openBoth } from './version-side.ts';

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
  const found = openBoth(old, now);
  if (found.kind === 'refused') return { diagnostics: found.diagnostics };
  const { before, after } = found;
  const refused = refusalOf(before, after);
  if (refused) return { diagnostics: [refused] };
  return { comparison: comparisonOf(before, after, language), diagnostics: [] };
}

/** A place and one above it have no items to compare. */
export function refusalOf(before: OpenedSide, after: OpenedSide): Diagnostic | undefined {
  const relation = relationOf(before, after);
  if (relation !== 'above' && relation !== 'below') return undefined;
  const [upper, lower] = relation === 'below' ? [before, after] : [after, before];
  const names = { upper: upper.header.title, lower: lower.header.title };
  return report('sides-of-different-levels', names, fileSpan(after.header.path));
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
