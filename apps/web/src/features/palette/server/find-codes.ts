import type { TextLanguage } from '@tiaoli/base';
import type { OpenedCatalogue, Policies, RowIndexes } from '@tiaoli/workspace';
import { listCatalogues, openCatalogue, searchRows, today } from '@tiaoli/workspace';
import type { FoundCode } from '../palette-answers.ts';

/** Of one catalogue; its own page has the others. */
const MOST_OF_EACH = 4;
const MOST = 12;

/** Cells that tell rows apart at a glance. */
const MOST_CELLS = 3;

/** The catalogues whose rows can be read, as they are today. */
export function openedCatalogues(policies: Policies): readonly OpenedCatalogue[] {
  return listCatalogues(policies).flatMap(({ ref }) => {
    const opening = openCatalogue(policies, { ref, on: today() });
    return opening.kind === 'opened' ? [opening.catalogue] : [];
  });
}

/** The first rows of each catalogue that hold today and have all the words. */
export async function findCodes(
  catalogues: readonly OpenedCatalogue[],
  { words, language }: { readonly words: string; readonly language: TextLanguage },
  indexes: RowIndexes,
): Promise<readonly FoundCode[]> {
  const found: FoundCode[] = [];
  for (const catalogue of catalogues) {
    const { ref, name, document } = catalogue.entry;
    const search = { words, language, on: today(), offset: 0, most: MOST_OF_EACH };
    const { rows } = await searchRows(catalogue, search, indexes);
    for (const { textKeys, cells } of rows) {
      found.push({
        ...{ catalogue: ref, catalogueName: name, document, keys: textKeys },
        cells: Object.values(cells).slice(0, MOST_CELLS),
      });
    }
    if (found.length >= MOST) break;
  }
  return found.slice(0, MOST);
}
