import { allDocuments } from '../../documents/choose-documents.ts';
import type { DocumentsAnswer, ListedDocument } from '../../documents/documents-answer.ts';
import type { ComparedPair } from './compare-address.ts';

/** A side by its parts: `ID@VERSION` with the version that was named, if any. */
export interface NamedParts {
  readonly id: string;
  readonly version?: string;
}

export function partsOf(reference: string): NamedParts {
  const at = reference.lastIndexOf('@');
  if (at <= 0) return { id: reference };
  return { id: reference.slice(0, at), version: reference.slice(at + 1) };
}

export function referenceOf({ id, version }: NamedParts): string {
  return version === undefined ? id : `${id}@${version}`;
}

/** Every document by the place that it stands under. */
export interface PlaceChoices {
  readonly place: string;
  readonly documents: readonly ListedDocument[];
}

/** Places in the order of the tree; samples come last, under the name given. */
export function placeChoices(
  { nation, samples }: DocumentsAnswer,
  nameOfSamples: string,
): readonly PlaceChoices[] {
  const found: PlaceChoices[] = [];
  const walk = (node: DocumentsAnswer['nation']): void => {
    if (node.documents.length > 0) found.push({ place: node.place, documents: node.documents });
    node.places.forEach(walk);
  };
  walk(nation);
  const others = allDocuments(samples);
  return others.length === 0 ? found : [...found, { place: nameOfSamples, documents: others }];
}

/**
 * The version in force against the one before it; the two newest where none is in force. Undefined of a document with
 * fewer than two versions.
 */
export function lastChange({
  versions,
  version,
}: Pick<ListedDocument, 'versions' | 'version'>): ComparedPair | undefined {
  const at = versions.findIndex(({ ref }) => ref === version?.ref);
  const current = at > 0 ? at : versions.length - 1;
  const [old, now] = [versions[current - 1], versions[current]];
  return old && now ? { old: old.ref, new: now.ref } : undefined;
}
