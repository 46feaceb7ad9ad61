import type { CatalogueDeclaration } from '@tiaoli/ir';
import type { Emission } from './emission.ts';
import { newRegion } from './emission.ts';
import type { Region } from './node.ts';
import type { Value } from './value.ts';

/** A place in the program where rows of a catalogue are asked for, with keys of one form. */
export interface CatalogueSite {
  readonly number: number;
  readonly catalogue: CatalogueDeclaration;
  /** Where the host finds the keys. */
  readonly keys: Region;
  readonly forms: readonly Omit<Value, 'node' | 'status'>[];
}

/** A site for each lookup: its keys may stand on a scale of their own. */
export function siteOf(
  catalogue: CatalogueDeclaration,
  keys: readonly Value[],
  emission: Emission,
): CatalogueSite {
  const site: CatalogueSite = {
    number: emission.sites.length,
    catalogue,
    keys: newRegion(emission, keys.length * 8),
    forms: keys.map(({ node: _, status: __, ...form }) => form),
  };
  emission.sites.push(site);
  return site;
}
