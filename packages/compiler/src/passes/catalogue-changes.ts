import type { CatalogueChangeDeclaration, CatalogueDeclaration, Module } from '@tiaoli/ir';

/**
 * Each catalogue with what the documents of the place change in it before its own rows: the nearest place first, of one
 * place the newest change first. `distanceOf` tells how far the place of a document lies above the one asked for.
 */
export function withCatalogueChanges(
  module: Module,
  distanceOf: (document: string) => number,
): Module {
  const changes = module.declarations
    .filter((each): each is CatalogueChangeDeclaration => each.kind === 'catalogue-change')
    .map((each) => ({ ...each, distance: distanceOf(each.document) }))
    .toSorted(
      (left, right) =>
        left.distance - right.distance ||
        startOf(right) - startOf(left) ||
        (left.id < right.id ? -1 : 1),
    );
  if (changes.length === 0) return module;
  const changed = (each: CatalogueDeclaration): CatalogueDeclaration => {
    const own = changes.filter(({ catalogue }) => catalogue === each.id);
    return { ...each, parts: [...own.map(({ part }) => part), ...each.parts] };
  };
  const declarations = module.declarations.map((each) =>
    each.kind === 'catalogue' ? changed(each) : each,
  );
  return { ...module, declarations };
}

function startOf({ part }: CatalogueChangeDeclaration): number {
  return part.validity.from ?? Number.NEGATIVE_INFINITY;
}
