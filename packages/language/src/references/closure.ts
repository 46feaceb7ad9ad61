import type { File } from '../generated/ast.ts';
import type { DocumentHeader, TiaoliDocument } from '../tiaoli-document.ts';

/** A graph of documents by id; several files of one id are versions of one document. */
export interface BasisGraph {
  /** Ids on which a document rests directly. */
  basisOf(id: string): readonly string[];
}

/** Every id on which `ids` rest, nearest first, without `ids` themselves unless they rest on each other. */
export function transitiveBasis(ids: readonly string[], graph: BasisGraph): readonly string[] {
  const found = new Set<string>();
  let frontier: readonly string[] = ids;
  while (frontier.length > 0) {
    const next = frontier.flatMap((id) => graph.basisOf(id)).filter((id) => !found.has(id));
    for (const id of next) found.add(id);
    frontier = [...new Set(next)];
  }
  return [...found];
}

/**
 * What a module is made of: the document, all that it rests on, and the documents that set, derogate from or amend any
 * of those for the same place, a place above or a place below.
 *
 * Documents that merely rest on the same common one stay outside: they say nothing about this one.
 */
export function closureOf(
  target: TiaoliDocument,
  all: readonly TiaoliDocument[],
  isSound: (document: TiaoliDocument) => boolean,
): readonly TiaoliDocument[] {
  const byId = Map.groupBy(all, ({ id }) => id);
  const graph: BasisGraph = {
    basisOf: (id) => [...new Set((byId.get(id) ?? []).flatMap(({ basis }) => basis))],
  };
  const below = new Set([target.id, ...transitiveBasis([target.id], graph)]);
  // A city changes the national list though it names only its province as its basis.
  const restsOn = ({ id, basis, file }: TiaoliDocument): boolean =>
    basis.some((each) => below.has(each)) ||
    (setsForOthers(file, catalogueChanges) &&
      transitiveBasis([id], graph).some((each) => below.has(each)));
  const overlays = all.filter(
    (each) =>
      !below.has(each.id) &&
      restsOn(each) &&
      setsForOthers(each.file, overlayTypes) &&
      isRelatedPlace(each.header, target.header, all) &&
      isSound(each),
  );
  const overlayIds = overlays.map(({ id }) => id);
  const ids = new Set([...below, ...overlayIds, ...transitiveBasis(overlayIds, graph)]);
  const others = all.filter((each) => each !== target && ids.has(each.id) && isSound(each));
  return [target, ...others];
}

/** Whether a file changes what another document says: fills, derogations, amendments, layers put into its 层序. */
function setsForOthers(file: File, types: ReadonlySet<string>): boolean {
  return file.elements.some(function sets(element): boolean {
    return types.has(element.$type) || ('body' in element && element.body.some(sets));
  });
}

const catalogueChanges: ReadonlySet<string> = new Set(['CatalogueChange']);

const overlayTypes: ReadonlySet<string> = new Set([
  'AllocationAmendment',
  'Amendment',
  'CatalogueChange',
  'Derogation',
  'Determination',
  'EnumerationExtension',
  'UnderBlock',
  'WaterfallExtension',
]);

/** Whether `left` may set something for `right`: its place is that of `right`, above or below it. */
function isRelatedPlace(
  left: DocumentHeader,
  right: DocumentHeader,
  all: readonly TiaoliDocument[],
): boolean {
  // What a national document sets is set for itself: only lower documents set values for others.
  if (left.level === 'nation') return false;
  if (right.level === 'nation') return true;
  const leftChain = placesOf(left, all);
  const rightChain = placesOf(right, all);
  const leftPlace = leftChain[0] ?? '';
  const rightPlace = rightChain[0] ?? '';
  return rightChain.includes(leftPlace) || leftChain.includes(rightPlace);
}

/** The place of a document and the places above it, as far as headers name them. */
function placesOf(header: DocumentHeader, all: readonly TiaoliDocument[]): readonly string[] {
  const chain: string[] = [];
  let place = header.place;
  let parent = header.parent;
  while (place !== undefined && !chain.includes(place)) {
    chain.push(place);
    const above: string | undefined = parent;
    place = above;
    parent = all.find((each) => each.header.place === above)?.header.parent;
  }
  return chain;
}
