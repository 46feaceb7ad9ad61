import { documentAndBasis } from '@tiaoli/compiler';
import type { Module } from '@tiaoli/ir';
import type { NewRound } from '../records/proposal-records.ts';
import type { Jurisdiction, PolicyDocument } from '../records/records.ts';

/** Documents of the store, and where they belong. */
export interface KnownPlaces {
  readonly jurisdictions: readonly Jurisdiction[];
  readonly documents: readonly PolicyDocument[];
}

/**
 * Which office decides on a text: where it sets what a document of a place above leaves to its own place (确定, 特别规定),
 * that place, and the nearest of several; else the place of the document itself.
 */
export function routeProposal(
  document: PolicyDocument,
  module: Module,
  { jurisdictions, documents }: KnownPlaces,
): Pick<NewRound, 'kind' | 'reviewPlaceId'> {
  const pathOf = (id: string): string => jurisdictions.find((each) => each.id === id)?.path ?? '';
  const own = pathOf(document.jurisdictionId);
  const above = filledDocuments(module)
    .flatMap((code) => documents.filter((each) => each.code === code))
    .filter(({ jurisdictionId }) => isAbove(pathOf(jurisdictionId), own))
    .toSorted(
      (left, right) => pathOf(right.jurisdictionId).length - pathOf(left.jurisdictionId).length,
    );
  const [nearest] = above;
  return nearest
    ? { kind: 'overlay', reviewPlaceId: nearest.jurisdictionId }
    : { kind: 'change', reviewPlaceId: document.jurisdictionId };
}

/** Ids of the documents that it rests on whose parameters it sets. */
function filledDocuments(module: Module): readonly string[] {
  const basis = documentAndBasis(module);
  const filled = module.declarations.flatMap((each) =>
    (each.kind === 'fill' || each.kind === 'derogation') && each.document === module.document
      ? [each.parameter.slice(0, each.parameter.indexOf('/'))]
      : [],
  );
  return [...new Set(filled)].filter((id) => id !== module.document && basis.has(id));
}

function isAbove(upper: string, lower: string): boolean {
  return upper !== '' && upper !== lower && lower.startsWith(upper);
}
