export type { MembersOf } from './column-builder.ts';
export { hashOfText } from './decode-text.ts';
export type { CatalogueTable, KeyCell, LoadedRows } from './load-rows.ts';
export { loadRows } from './load-rows.ts';
export { catalogueMessages, report as catalogueReport } from './messages.ts';
export type { CatalogueText } from './read-catalogue.ts';
export { readCatalogueRows, readCatalogueText } from './read-catalogue.ts';
export type { WrittenRow } from './rows-of-cells.ts';
export { rowsOfCells } from './rows-of-cells.ts';
