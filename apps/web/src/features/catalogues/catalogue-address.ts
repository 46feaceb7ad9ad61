import type { CatalogueEntry } from '@tiaoli/workspace';

/** What the address of the page says: a link shows the same. */
export interface CatalogueAddress {
  readonly catalogue?: string;
  readonly place?: string;
  readonly on?: string;
  /** Compared with this day. */
  readonly since?: string;
  readonly view: 'rows' | 'changes';
}

export function readAddress(search: URLSearchParams): CatalogueAddress {
  const textOf = (name: 'catalogue' | 'place' | 'on' | 'since') => {
    const text = search.get(name);
    return text === null || text === '' ? {} : { [name]: text };
  };
  return {
    ...textOf('catalogue'),
    ...textOf('place'),
    ...textOf('on'),
    ...textOf('since'),
    view: search.get('view') === 'changes' ? 'changes' : 'rows',
  };
}

/** The search part of the address with `change`; undefined takes a part out. */
export function writeAddress(
  address: CatalogueAddress,
  change: { readonly [Name in keyof CatalogueAddress]?: CatalogueAddress[Name] | undefined },
): string {
  const { view, ...rest } = { ...address, ...change };
  const parts = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return new URLSearchParams(view === 'changes' ? [...parts, ['view', view]] : parts).toString();
}

/** What is asked of the server: the catalogue that the address names, else the first. */
export function chosenCatalogue(
  { catalogue }: CatalogueAddress,
  catalogues: readonly CatalogueEntry[],
): { readonly ref: string; readonly entry?: CatalogueEntry } | undefined {
  const first = catalogues[0];
  const ref = catalogue ?? first?.ref;
  if (ref === undefined) return undefined;
  const entry = catalogues.find((each) => each.ref === ref);
  return { ref, ...(entry && { entry }) };
}

/** What the server is told of the catalogue. */
export function askedParameters(
  ref: string,
  { place, on }: CatalogueAddress,
): Readonly<Record<string, string>> {
  return { catalogue: ref, ...(place !== undefined && { place }), ...(on !== undefined && { on }) };
}
