import type { Rational } from '@tiaoli/base';
import { isInForce, rational } from '@tiaoli/base';
import type { CatalogueDeclaration, CatalogueKey, CatalogueRows, ReferenceData } from '@tiaoli/ir';
import { noRow, noRows } from './emit-catalogue.ts';
import type { CatalogueSitePlace, CellForm, WasmLayout } from './layout.ts';
import type { TextDictionary } from './text-dictionary.ts';

interface Host {
  readonly layout: WasmLayout;
  readonly catalogues: readonly CatalogueDeclaration[];
  readonly reference: ReferenceData;
  readonly texts: TextDictionary;
  readonly memory: () => DataView | undefined;
}

/** A row is told by its number, and by which of the parts of the catalogue it stands in. */
const mostRows = 2 ** 22;

/** No day: the calendar knows nothing of one that was counted over. */
const unknownDay = -(2 ** 31);

/** What a module asks of its host: rows of catalogues, and days off. */
export function hostFunctions(host: Host): Readonly<Record<string, (...args: number[]) => number>> {
  return {
    catalogueRow: (site = 0, on = 0) => findRow(host, site, on),
    catalogueCell: (site = 0, column = 0, row = 0) => readCell(host, site, column, row),
    addWorkingDays: (day = 0, count = 0) => addWorkingDays(host.reference, day, count),
  };
}

/** The first of the parts that hold on the day and know the keys. */
function findRow(
  { layout, catalogues, reference, texts, memory }: Host,
  at: number,
  on: number,
): number {
  const site = layout.catalogues[at];
  const catalogue = catalogues.find(({ id }) => id === site?.catalogue);
  const view = memory();
  if (!site || !catalogue || !view) return noRows;
  const keys = keysAt(site, view, texts);
  for (const [number, { content, removes, validity }] of catalogue.parts.entries()) {
    if (!isInForce(validity, on)) continue;
    const rows = reference.catalogues?.get(content);
    if (!rows) return noRows;
    const row = rows.rowOf(keys, on);
    if (row !== undefined) return removes ? noRow : number * mostRows + row;
  }
  return noRow;
}

function keysAt(
  { offset, keys }: CatalogueSitePlace,
  view: DataView,
  texts: TextDictionary,
): readonly CatalogueKey[] {
  return keys.map((form, index) => keyOf(view.getBigInt64(offset + index * 8, true), form, texts));
}

function keyOf(held: bigint, form: CellForm, texts: TextDictionary): string | Rational {
  switch (form.held) {
    case 'number':
      return rational(held, BigInt(form.scale));
    case 'boolean':
      return String(held !== 0n);
    case 'index':
      return form.members?.[Number(held)] ?? '';
    default:
      return texts.textOf(Number(held));
  }
}

function readCell(
  { layout, catalogues, reference, texts }: Host,
  at: number,
  column: number,
  row: number,
): number {
  const catalogue = catalogues.find(({ id }) => id === layout.catalogues[at]?.catalogue);
  const schema = catalogue?.columns[column];
  const part = catalogue?.parts[Math.floor(row / mostRows)];
  const rows: CatalogueRows | undefined = part && reference.catalogues?.get(part.content);
  const cells = schema && rows?.columns.get(schema.name);
  if (!cells || row < 0) return Number.NaN;
  const cell = cells.cells[row % mostRows] ?? Number.NaN;
  if (cells.kind === 'number') return cell;
  const text = cells.texts[cell];
  if (text === undefined) return Number.NaN;
  if (schema.type.kind === 'boolean') return text === 'true' ? 1 : 0;
  if (schema.type.kind !== 'enumeration') return texts.numberOf(text);
  return (layout.enumerations[schema.type.enumeration] ?? []).indexOf(text);
}

function addWorkingDays({ workingDays }: ReferenceData, from: number, count: number): number {
  const step = Math.sign(count);
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    const worked = workingDays?.isWorkingDay(day);
    if (worked === undefined) return unknownDay;
    if (worked) left -= 1;
  }
  return day;
}
