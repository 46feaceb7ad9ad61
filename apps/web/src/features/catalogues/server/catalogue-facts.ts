import { printDate } from '@tiaoli/base';
import type { OpenedCatalogue } from '@tiaoli/workspace';
import { editionDays } from '@tiaoli/workspace';
import type { CatalogueFacts } from '../catalogue-answers.ts';

/** Editions that are offered, the newest. */
const MOST_EDITIONS = 400;

export function catalogueFacts(catalogue: OpenedCatalogue): CatalogueFacts {
  const { entry, schema, parts } = catalogue;
  const days = editionDays(catalogue);
  return {
    name: entry.name,
    keyColumns: schema.keys.flatMap(({ name, range }) =>
      range ? [range.low, range.high] : [name],
    ),
    columns: schema.columns.map(({ name }) => name),
    hasStretches: schema.keys.some(({ range }) => range),
    origins: parts.map(({ origin }) => origin),
    editions: days.slice(0, MOST_EDITIONS).map(printDate),
  };
}
