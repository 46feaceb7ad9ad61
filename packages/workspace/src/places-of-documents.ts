import type { DocumentHeader, LanguageWorkspace } from '@tiaoli/language';
import { headersOf } from '@tiaoli/language';

export type PlaceLevel = DocumentHeader['level'];

/** A place with those above it: the places from just below the nation down to it; empty for the nation itself. */
export type PlaceChain = readonly Rung[];

const ranks: Readonly<Record<PlaceLevel, number>> = { nation: 0, province: 1, city: 2, county: 3 };
const levelAbove: Readonly<Record<PlaceLevel, PlaceLevel>> = {
  nation: 'nation',
  province: 'nation',
  city: 'province',
  county: 'city',
};

/**
 * Where each document belongs, by path.
 *
 * The place above a place is, in this order: what 属 says in the header; what 属 says in another document of the place;
 * the place of the nearest document of a higher level that it rests on (依据); the one place of a higher level that
 * documents of its folder, or of the folder above, belong to. A place of which none of them tells stands under the
 * nation, as a municipality does.
 */
export function placesOfDocuments(language: LanguageWorkspace): ReadonlyMap<string, PlaceChain> {
  const headers = headersOf(language);
  const byId = Map.groupBy(headers, ({ id }) => id);
  const basisOf = ({ path }: DocumentHeader): readonly DocumentHeader[] =>
    language.basis(path).flatMap((id) => byId.get(id) ?? []);
  return new Map(headers.map((header) => [header.path, chainOf(header, headers, basisOf)]));
}

interface Rung {
  readonly place: string;
  readonly level: PlaceLevel;
}

type BasisOf = (header: DocumentHeader) => readonly DocumentHeader[];

function chainOf(
  header: DocumentHeader,
  headers: readonly DocumentHeader[],
  basisOf: BasisOf,
): PlaceChain {
  const chain: Rung[] = [];
  const { place, level } = header;
  let rung: Rung | undefined = place === undefined ? undefined : { place, level };
  while (rung && !chain.some((each) => each.place === rung?.place)) {
    chain.unshift(rung);
    if (ranks[rung.level] <= ranks.province) break;
    rung =
      namedAbove(rung, header, headers) ??
      basisAbove(rung, header, basisOf) ??
      folderAbove(rung, header, headers);
  }
  return chain;
}

/** The place that 属 names, here or in another document of the place. */
function namedAbove(
  { place, level }: Rung,
  header: DocumentHeader,
  headers: readonly DocumentHeader[],
): Rung | undefined {
  const named = [header, ...headers].find(
    (each) => each.place === place && each.level === level && each.parent !== undefined,
  )?.parent;
  if (named === undefined) return undefined;
  const known = headers.find((each) => each.place === named && ranks[each.level] < ranks[level]);
  return { place: named, level: known?.level ?? levelAbove[level] };
}

/** The place of a higher level that is reached first by going down what the document rests on. */
function basisAbove({ level }: Rung, header: DocumentHeader, basisOf: BasisOf): Rung | undefined {
  const seen = new Set<DocumentHeader>();
  let frontier = basisOf(header);
  while (frontier.length > 0) {
    const found = frontier.flatMap((each) => rungAbove(each, level))[0];
    if (found) return found;
    for (const each of frontier) seen.add(each);
    frontier = frontier.flatMap(basisOf).filter((each) => !seen.has(each));
  }
  return undefined;
}

/** The place of a higher level in the nearest folder that has documents of one; none where there are several. */
function folderAbove(
  { level }: Rung,
  { path }: DocumentHeader,
  headers: readonly DocumentHeader[],
): Rung | undefined {
  let folder = folderOf(path);
  while (folder !== '') {
    const inside = folder;
    const rungs = headers
      .filter((each) => folderOf(each.path) === inside)
      .flatMap((each) => rungAbove(each, level));
    const places = new Set(rungs.map(({ place }) => place));
    if (places.size > 0) return places.size === 1 ? rungs[0] : undefined;
    folder = folderOf(folder);
  }
  return undefined;
}

function rungAbove({ place, level }: DocumentHeader, below: PlaceLevel): readonly Rung[] {
  return place !== undefined && ranks[level] < ranks[below] ? [{ place, level }] : [];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
