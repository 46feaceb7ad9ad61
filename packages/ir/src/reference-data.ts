import type { DayNumber, Rational } from '@tiaoli/base';

/** What a calculation reads beside the facts of a case: tables too large, or too little the policy's own, to stand in a Module. */
export interface ReferenceData {
  /** Rows by the hash of what they say (`CatalogueDeclaration.content`): a Module names the very rows that it was made with. */
  readonly catalogues?: ReadonlyMap<string, CatalogueRows>;
  readonly workingDays?: WorkingDays;
}

/** A text, the name of a member, or a number. */
export type CatalogueKey = string | Rational;

/** Checked rows: every cell is of its column's type, and on no day do two rows answer to one key. */
export interface CatalogueRows {
  /** The number of the row that the keys name on that day, from 0; undefined where there is none. */
  readonly rowOf: (keys: readonly CatalogueKey[], on: DayNumber) => number | undefined;
  /** By name, each with one cell a row. */
  readonly columns: ReadonlyMap<string, CatalogueColumn>;
}

export type CatalogueColumn =
  /** Integers of `1 / scale` of the type's unit; NaN where the cell says 不限 or 无. */
  | { readonly kind: 'number'; readonly scale: number; readonly cells: Float64Array }
  /** Which of `texts` (members by name, `true` and `false`, plain texts); -1 where the cell says 不限 or 无. */
  | { readonly kind: 'text'; readonly texts: readonly string[]; readonly cells: Int32Array };

/** The official calendar: weekdays, less the days off and with the make-up days that the State Council announces each year. */
export interface WorkingDays {
  /** Undefined where no announcement settles the day: a day is never guessed. */
  readonly isWorkingDay: (day: DayNumber) => boolean | undefined;
  /** Who announces the days, and by which edition of what they were read. */
  readonly source: string;
  /** The years whose announcements are known, both included. */
  readonly years: { readonly first: number; readonly last: number };
}

export const noReference: ReferenceData = {};
