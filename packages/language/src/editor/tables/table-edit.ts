import type { LocalText } from '@tiaoli/base';
import type { TextRange } from './table-grid.ts';

/** One change of a table. Rows and columns count from 0; the row that names the columns is a row like any other. */
export type TableEdit =
  | {
      readonly kind: 'set-cell';
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  /** Several cells at once; `undefined` leaves a cell as it is. Rows beyond the last one are added. */
  | {
      readonly kind: 'set-cells';
      readonly row: number;
      readonly column: number;
      readonly cells: readonly (readonly (string | undefined)[])[];
    }
  /** A row behind that one, -1 for the first; one text for each column, what is left out is 未见. */
  | { readonly kind: 'add-row'; readonly after: number; readonly cells?: readonly string[] }
  | { readonly kind: 'remove-row'; readonly row: number }
  /** A column behind that one; a value column of its own needs a type. */
  | {
      readonly kind: 'add-column';
      readonly after: number;
      readonly heading: string;
      readonly type?: string;
    }
  | { readonly kind: 'remove-column'; readonly column: number };

/** A stretch of the text that becomes another text. */
export interface TableChange extends TextRange {
  readonly text: string;
}

/** What an edit does to the text, or why it cannot be done and what helps. */
export type TableEditing =
  | { readonly kind: 'changes'; readonly changes: readonly TableChange[] }
  | { readonly kind: 'refused'; readonly reason: LocalText };

/** The text with the changes made, whatever their order. */
export function applyChanges(text: string, changes: readonly TableChange[]): string {
  return [...changes]
    .map((change, index) => ({ change, index }))
    .sort((left, right) => right.change.from - left.change.from || right.index - left.index)
    .reduce(
      (all, { change: { from, to, text: put } }) => all.slice(0, from) + put + all.slice(to),
      text,
    );
}
