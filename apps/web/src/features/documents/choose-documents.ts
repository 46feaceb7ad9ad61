import type { DocumentsAnswer, ListedDocument, PlaceDocuments } from './documents-answer.ts';

/** What is wanted of the documents. */
export interface DocumentFilter {
  /** Words of the title, the ID, the number or the place, all of which must occur. */
  readonly words: string;
  /** The key of a place: it and all below it. */
  readonly place: string | undefined;
  readonly inForce: boolean;
}

/** The documents of one place, under the names of the places that it lies in. */
export interface PlaceGroup {
  /** The names down to the place, joined by `/`. */
  readonly key: string;
  readonly place: string;
  readonly level: PlaceDocuments['level'];
  readonly above: readonly string[];
  readonly documents: readonly ListedDocument[];
}

/** The two trees as one: the nation, and the samples under a name of their own. */
export function rootPlaces(
  { nation, samples }: DocumentsAnswer,
  nameOfSamples: string,
): readonly PlaceDocuments[] {
  const roots = [nation, { ...samples, place: nameOfSamples }];
  return roots.filter((root) => allDocuments(root).length > 0);
}

/** The places in the order of the tree that have documents which fit. */
export function chooseDocuments(
  places: readonly PlaceDocuments[],
  filter: DocumentFilter,
): readonly PlaceGroup[] {
  return groupsOf(places, [])
    .filter(
      ({ key }) =>
        filter.place === undefined || key === filter.place || key.startsWith(`${filter.place}/`),
    )
    .map((group) => ({
      ...group,
      documents: group.documents.filter((document) => fits(document, group, filter)),
    }))
    .filter(({ documents }) => documents.length > 0);
}

function groupsOf(
  places: readonly PlaceDocuments[],
  above: readonly string[],
): readonly PlaceGroup[] {
  return places.flatMap(({ place, level, documents, places: below }) => [
    { key: [...above, place].join('/'), place, level, above, documents },
    ...groupsOf(below, [...above, place]),
  ]);
}

function fits(
  { id, title, number, state }: ListedDocument,
  { place }: PlaceGroup,
  { words, inForce }: DocumentFilter,
): boolean {
  if (inForce && state !== 'in-force') return false;
  const text = [title, id, number ?? '', place].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export function countDocuments(groups: readonly PlaceGroup[]): number {
  return groups.reduce((sum, { documents }) => sum + documents.length, 0);
}

/** The documents of a place and of all below it. */
export function allDocuments(place: PlaceDocuments): readonly ListedDocument[] {
  return [...place.documents, ...place.places.flatMap(allDocuments)];
}

/** The years, from the first of the versions to that of the chosen day or of the last version: `[2010, 2026]`. */
export function spanOfVersions(
  places: readonly PlaceDocuments[],
  on: string,
): readonly [number, number] {
  const days = places
    .flatMap(allDocuments)
    .flatMap(({ versions }) => versions.flatMap(({ from, to }) => [from, to ?? from]));
  const years = [on, ...days].map((day) => Number(day.slice(0, 4)));
  return [Math.min(...years), Math.max(...years) + 1];
}
