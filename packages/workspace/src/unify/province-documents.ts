import type { DayNumber } from '@tiaoli/base';
import { compareText } from '@tiaoli/base';
import type { DocumentHeader } from '@tiaoli/language';
import { headersOf } from '@tiaoli/language';
import { isInSampleFolder } from '../list-documents.ts';
import { versionSpans } from '../list-versions.ts';
import type { Policies } from '../open-policies.ts';
import type { PlaceChain } from '../places-of-documents.ts';
import { placesOfDocuments } from '../places-of-documents.ts';

/** The documents that count, samples left out, and where each belongs. */
export interface Atlas {
  readonly headers: readonly DocumentHeader[];
  readonly places: ReadonlyMap<string, PlaceChain>;
}

export function atlasOf({ language }: Policies): Atlas {
  return {
    headers: headersOf(language).filter(({ path }) => !isInSampleFolder(path)),
    places: placesOfDocuments(language),
  };
}

function chainOf({ places }: Atlas, { path }: DocumentHeader): PlaceChain {
  return places.get(path) ?? [];
}

/** Provinces, and cities right under the nation, that have documents. */
export function provincesOf(atlas: Atlas): readonly string[] {
  const names = atlas.headers.flatMap((header) => chainOf(atlas, header)[0]?.place ?? []);
  return [...new Set(names)].sort(compareText);
}

/** A city with what of it cannot be used. */
export interface CityDocuments {
  readonly city: string;
  readonly headers: readonly DocumentHeader[];
  /** Those of its files that have errors, each with the documents that it might set something of. */
  readonly broken: readonly { readonly file: string; readonly basis: ReadonlySet<string> }[];
}

/** The cities of a province that have documents, by name; documents of counties are no city's. */
export function citiesOf(
  policies: Policies,
  atlas: Atlas,
  province: string,
): readonly CityDocuments[] {
  const own = atlas.headers.filter((header) => {
    const chain = chainOf(atlas, header);
    return chain.length === 2 && chain[0]?.place === province;
  });
  const byCity = Map.groupBy(own, (header) => chainOf(atlas, header)[1]?.place ?? '');
  return [...byCity]
    .map(([city, headers]) => ({
      city,
      headers,
      broken: headers
        .filter(({ path }) => hasErrors(policies, path))
        .map(({ path }) => ({ file: path, basis: basisOf(policies, atlas, path) })),
    }))
    .sort((left, right) => compareText(left.city, right.city));
}

/** Errors that keep a document out of what is compiled; one that oversteps a delegation is compiled all the same. */
export function hasErrors({ language }: Policies, path: string): boolean {
  return language.findingsIn(path).some(({ severity }) => severity === 'error');
}

/** Everything that a document rests on, itself included; empty where its basis cannot be told. */
function basisOf({ language }: Policies, { headers }: Atlas, path: string): ReadonlySet<string> {
  const found = new Set(language.basis(path));
  for (const id of found) {
    const paths = headers.filter((each) => each.id === id).map((each) => each.path);
    for (const next of paths.flatMap((each) => language.basis(each))) found.add(next);
  }
  return found;
}

/** Documents of the nation and of the province that are in force on the day. */
export function documentsAbove(
  atlas: Atlas,
  province: string,
  on: DayNumber,
): readonly DocumentHeader[] {
  const above = atlas.headers.filter((header) => {
    const [first, second] = chainOf(atlas, header);
    return second === undefined && (first === undefined || first.place === province);
  });
  return [...Map.groupBy(above, ({ id }) => id).values()].flatMap((headers) => {
    const span = versionSpans(headers).find(
      ({ from, to }) => from <= on && (to === undefined || on <= to),
    );
    return span ? [span.header] : [];
  });
}

/** Files with errors that do not tell whose they are: they have no heading, or are no text. */
export function filesOfNobody(policies: Policies): readonly string[] {
  const headed = new Set(policies.language.documents().map(({ path }) => path));
  const unheaded = [...policies.texts.keys()].filter(
    (path) => !(headed.has(path) || isInSampleFolder(path)) && hasErrors(policies, path),
  );
  return [...policies.unreadable.map(({ span }) => span.file), ...unheaded].sort(compareText);
}
