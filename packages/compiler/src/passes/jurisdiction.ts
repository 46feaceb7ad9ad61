import type { DocumentDeclaration, Module } from '@tiaoli/ir';

/** Where each place lies, as far as the documents of a module say. */
export interface Jurisdictions {
  readonly documents: ReadonlyMap<string, readonly DocumentDeclaration[]>;
  /** The place above each place that some document names. */
  readonly parents: ReadonlyMap<string, string | undefined>;
}

export function jurisdictionsOf(module: Module): Jurisdictions {
  const documents = new Map<string, DocumentDeclaration[]>();
  const parents = new Map<string, string | undefined>();
  for (const declaration of module.declarations) {
    if (declaration.kind !== 'document') continue;
    const versions = documents.get(declaration.id);
    if (versions) versions.push(declaration);
    else documents.set(declaration.id, [declaration]);
    const { place, parent } = declaration;
    if (parent !== undefined && !parents.has(parent)) parents.set(parent, undefined);
    if (place !== undefined) parents.set(place, parent ?? parents.get(place));
  }
  return { documents, parents };
}

/** `place` and the places above it, lowest first; empty for the nation. */
export function chainOf(place: string | undefined, { parents }: Jurisdictions): readonly string[] {
  const chain: string[] = [];
  let current = place;
  while (current !== undefined && !chain.includes(current)) {
    chain.push(current);
    current = parents.get(current);
  }
  return chain;
}

/** The place of a document; undefined for the nation. */
export function placeOf(document: string, { documents }: Jurisdictions): string | undefined {
  return documents.get(document)?.find(({ place }) => place !== undefined)?.place;
}

/**
 * How near a document stands to the place asked for: 0 is that place itself, the nation is last.
 *
 * Undefined when its rules do not hold there.
 */
export function distanceOf(
  document: string,
  chain: readonly string[],
  jurisdictions: Jurisdictions,
): number | undefined {
  const place = placeOf(document, jurisdictions);
  if (place === undefined) return chain.length;
  const index = chain.indexOf(place);
  return index < 0 ? undefined : index;
}
