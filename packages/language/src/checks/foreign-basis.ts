import type { Diagnostic } from '@tiaoli/base';
import { finding } from '../messages.ts';
import { spanOf } from '../span-of.ts';
import type { DocumentHeader } from '../tiaoli-document.ts';
import type { CheckContext } from './check.ts';
import { levelRanks } from './levels.ts';

/** A document rests on those of its own place and of the places above it; another city's rules are no basis. */
export function checkForeignBasis({ document, linked, all }: CheckContext): readonly Diagnostic[] {
  const { header } = document;
  const basis = new Set(linked.basisNames);
  const below = [...all.values()].filter(({ names }) => basis.has(names));
  const headers = [header, ...below.map((each) => each.document.header)];
  const chain = chainOf(header, headers);
  return linked.open.citations.flatMap((citation) => {
    const id = linked.registry.find(citation);
    const cited = headers.filter((each) => each.id === id);
    const [foreign] = cited.filter((each) => isForeign(each, chain));
    if (foreign?.place === undefined || id === header.id) return [];
    const params = { title: foreign.title, place: foreign.place, own: header.place ?? '全国' };
    return [finding('foreign-basis', spanOf(citation), params)];
  });
}

interface Chain {
  /** The own place and those above it, as far as headers name them. */
  readonly places: readonly string[];
  /** Rank of the highest place of those; what lies above it is not known. */
  readonly top: number;
}

/** Lower documents are reported as such; of what lies above the known chain nothing can be said. */
function isForeign({ level, place }: DocumentHeader, { places, top }: Chain): boolean {
  if (place === undefined || places.includes(place)) return false;
  return levelRanks[level] >= top && places.length > 0;
}

function chainOf(
  { level, place, parent }: DocumentHeader,
  headers: readonly DocumentHeader[],
): Chain {
  const places: string[] = [];
  let [top, next, above] = [levelRanks[level], place, parent];
  while (next !== undefined && !places.includes(next)) {
    places.push(next);
    if (above === undefined) break;
    const header = headers.find((each) => each.place === above);
    top = header ? levelRanks[header.level] : top - 1;
    [next, above] = [above, header?.parent];
  }
  return { places, top };
}
