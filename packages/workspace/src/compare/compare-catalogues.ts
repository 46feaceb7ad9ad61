import type { DayNumber, TextLanguage } from '@tiaoli/base';
import type { ComparedRows } from '../catalogues/compare-rows.ts';
import { compareSides } from '../catalogues/compare-rows.ts';
import type { OpenedCatalogue } from '../catalogues/open-catalogue.ts';
import { openCatalogue } from '../catalogues/open-catalogue.ts';
import type { OpenedSide } from './version-side.ts';

/** The rows of a 目录 that both sides read, as far as they differ. */
export type CatalogueComparison =
  | { readonly kind: 'compared'; readonly name: string; readonly rows: ComparedRows }
  /** Rows that nobody could read: nothing is known about them. */
  | { readonly kind: 'unread'; readonly name: string; readonly files: readonly string[] };

/** Rows that are listed; all are counted. */
const MOST_ROWS = 1000;

/** Every catalogue of the documents that both sides know, where it has other rows, by key. */
export function compareCatalogues(
  before: OpenedSide,
  after: OpenedSide,
  documents: ReadonlySet<string>,
  language: TextLanguage,
): readonly CatalogueComparison[] {
  const old = cataloguesOf(before, documents);
  return cataloguesOf(after, documents).flatMap((now) => {
    const earlier = old.find(({ id }) => id === now.id);
    if (!earlier || (earlier.content === now.content && before.on === after.on)) return [];
    const found = compared([before, earlier], [after, now], language);
    return found ? [found] : [];
  });
}

type NamedCatalogue = ReturnType<typeof cataloguesOf>[number];

/** Undefined where no row differs. */
function compared(
  [before, old]: readonly [OpenedSide, NamedCatalogue],
  [after, { name, ref }]: readonly [OpenedSide, NamedCatalogue],
  language: TextLanguage,
): CatalogueComparison | undefined {
  const [left, right] = [opened(before, old.ref), opened(after, ref)];
  const unread = [left, right].flatMap((each) => (each.kind === 'unread' ? each.files : []));
  if (unread.length > 0) return { kind: 'unread', name, files: [...new Set(unread)] };
  if (left.kind !== 'opened' || right.kind !== 'opened') return undefined;
  const listing = { language, offset: 0, most: MOST_ROWS };
  const rows = compareSides(
    sideOf(before, left.catalogue),
    sideOf(after, right.catalogue),
    listing,
  );
  return rows.changed === 0 ? undefined : { kind: 'compared', name, rows };
}

function cataloguesOf({ module }: OpenedSide, documents: ReadonlySet<string>) {
  return module.declarations.flatMap((each) =>
    each.kind === 'catalogue' && documents.has(each.document)
      ? [
          {
            id: each.id,
            name: each.name,
            ref: `${each.span.file}/${each.name}`,
            content: each.parts.map(({ content }) => content).join(' '),
          },
        ]
      : [],
  );
}

function opened({ policies, on, header }: OpenedSide, ref: string) {
  const day = on ?? header.from ?? 0;
  return openCatalogue(policies, { ref, on: day });
}

function sideOf(
  { on }: OpenedSide,
  catalogue: OpenedCatalogue,
): { readonly catalogue: OpenedCatalogue; readonly on?: DayNumber } {
  return { catalogue, ...(on !== undefined && { on }) };
}
