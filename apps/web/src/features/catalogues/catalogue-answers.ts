import type {
  CatalogueEntry,
  CatalogueOrigin,
  ComparedRows,
  FoundRows,
  RowVersion,
} from '@tiaoli/workspace';

/** What `/api/catalogues` answers. */
export interface CataloguesAnswer {
  readonly catalogues: readonly CatalogueEntry[];
}

/** What every answer tells of the catalogue that it is about. */
export interface CatalogueFacts {
  readonly name: string;
  readonly keyColumns: readonly string[];
  readonly columns: readonly string[];
  /** Keys are stretches of numbers: a row of a place may cover another in part. */
  readonly hasStretches: boolean;
  /** Whose rows it is made of, the nearest place first. */
  readonly origins: readonly CatalogueOrigin[];
  /** Days on which an edition begins, newest first. */
  readonly editions: readonly string[];
}

/** What `/api/catalogues/rows` answers. */
export interface RowsAnswer extends FoundRows {
  readonly catalogue: CatalogueFacts;
  readonly on: string;
}

/** What `/api/catalogues/history` answers. */
export interface HistoryAnswer {
  readonly versions: readonly RowVersion[];
}

/** What `/api/catalogues/changes` answers. */
export interface ChangesAnswer extends ComparedRows {
  readonly catalogue: CatalogueFacts;
  readonly since: string;
  readonly on: string;
}

/** Rows of one page of a table. */
export const ROWS_OF_PAGE = 50;
