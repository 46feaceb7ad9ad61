import { printDate } from '@tiaoli/base';
import type {
  DocumentHeader,
  LanguageWorkspace,
  OutlineEntry,
  OutlineKind,
} from '@tiaoli/language';
import { headersOf } from '@tiaoli/language';
import { isInSampleFolder } from '../list-documents.ts';
import { versionSpans } from '../list-versions.ts';
import type { Policies } from '../open-policies.ts';
import type { PlaceChain } from '../places-of-documents.ts';
import { placesOfDocuments } from '../places-of-documents.ts';

/** What can be gone to by its name; `parameter` is 参数 and 表. */
export type NamedKind =
  | 'place'
  | 'version'
  | Exclude<OutlineKind, 'column' | 'label' | 'member' | 'rule'>;

/** Something that has a name, and where it stands. */
export interface NamedThing {
  readonly kind: NamedKind;
  /** As declared; of a version the day from which it holds. */
  readonly name: string;
  /** 别名, 标识, 文号. */
  readonly otherNames: readonly string[];
  /** What is said around it: the title of its document, its place. */
  readonly context: string;
  /** The quoted sentences of a clause; empty for everything else. */
  readonly quote: string;
  /** The title of its document; absent for a place. */
  readonly document?: string;
  /** The places down to its own, joined by ` / `; absent for what is national. */
  readonly place?: string;
  /** Its file; absent for a place. */
  readonly path?: string;
  /** From 1. */
  readonly line?: number;
}

const kinds: ReadonlySet<string> = new Set<NamedKind>([
  ...(['clause', 'parameter', 'layer', 'definition', 'input', 'output', 'accumulator'] as const),
  ...(['enumeration', 'group', 'entity', 'catalogue', 'waterfall', 'pool', 'share-part'] as const),
  ...(['service', 'metric', 'watchlist', 'example'] as const),
]);

function isNamedKind(kind: OutlineKind): kind is OutlineKind & NamedKind {
  return kinds.has(kind);
}

interface KnownFile {
  readonly text: string | undefined;
  readonly things: readonly NamedThing[];
}

const knownFiles = new WeakMap<LanguageWorkspace, Map<string, KnownFile>>();

/** Every document, place, version, clause and declaration; files that are as they were are not gone through again. */
export function namedThings({ language, texts }: Policies): readonly NamedThing[] {
  const headers = headersOf(language);
  const chains = placesOfDocuments(language);
  const before = knownFiles.get(language);
  const now = new Map<string, KnownFile>();
  for (const header of headers) {
    const { path } = header;
    const text = texts.get(path);
    const known = before?.get(path);
    const isSame = known !== undefined && known.text === text;
    const things = isSame ? known.things : thingsOf(header, chains.get(path) ?? [], language);
    now.set(path, { text, things });
  }
  knownFiles.set(language, now);
  return [
    ...placeThings(chains),
    ...[...now.values()].flatMap(({ things }) => things),
    ...versionThings(headers, chains),
  ];
}

/** Places of samples are nobody's. */
function placeThings(chains: ReadonlyMap<string, PlaceChain>): readonly NamedThing[] {
  const places = new Map<string, NamedThing>();
  for (const [path, chain] of chains) {
    if (isInSampleFolder(path)) continue;
    chain.forEach(({ place }, depth) => {
      const way = chain.slice(0, depth + 1).map((rung) => rung.place);
      const above = way.slice(0, -1).join(' ');
      places.set(way.join(' / '), {
        ...{ kind: 'place', name: place, otherNames: [], context: above, quote: '' },
        place: way.join(' / '),
      });
    });
  }
  return [...places.values()];
}

function thingsOf(
  header: DocumentHeader,
  chain: PlaceChain,
  { editor }: LanguageWorkspace,
): readonly NamedThing[] {
  const { id, number, title, path, span } = header;
  const around = surroundings(header, chain);
  const document: NamedThing = {
    ...{ kind: 'document', name: title, otherNames: [id, ...(number ? [number] : [])] },
    ...{ context: around.place ?? '', quote: '', ...around, path, line: span.start.line },
  };
  const inside = (entry: OutlineEntry): readonly NamedThing[] => {
    const children = entry.children.flatMap(inside);
    if (entry.kind === 'document' || !isNamedKind(entry.kind)) return children;
    const own: NamedThing = {
      kind: entry.kind,
      name: entry.name,
      otherNames: entry.alias === undefined ? [] : [entry.alias],
      context: `${title} ${around.place ?? ''}`,
      quote: entry.kind === 'clause' ? entry.detail : '',
      ...{ ...around, path, line: entry.nameSpan.start.line },
    };
    return [own, ...children];
  };
  return [document, ...editor.outline(path).flatMap(inside)];
}

function versionThings(
  headers: readonly DocumentHeader[],
  chains: ReadonlyMap<string, PlaceChain>,
): readonly NamedThing[] {
  const byId = Map.groupBy(headers, ({ id }) => id);
  return [...byId.values()].flatMap((versions) =>
    versionSpans(versions).map(({ header, from }): NamedThing => {
      const around = surroundings(header, chains.get(header.path) ?? []);
      const name = printDate(from);
      return {
        ...{ kind: 'version', name, otherNames: [`${header.id}@${name}`], quote: '' },
        ...{ context: `${header.title} ${around.place ?? ''}`, ...around },
        ...{ path: header.path, line: header.span.start.line },
      };
    }),
  );
}

function surroundings(
  { title }: DocumentHeader,
  chain: PlaceChain,
): Pick<NamedThing, 'document' | 'place'> {
  const place = chain.map((rung) => rung.place).join(' / ');
  return { document: title, ...(place !== '' && { place }) };
}
