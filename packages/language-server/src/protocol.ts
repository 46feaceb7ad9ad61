import type { TextLanguage } from '@tiaoli/base';
import type { ColumnMeasure, PastedBlock, TableEdit } from '@tiaoli/language';
import type { Range, TextEdit } from 'vscode-languageserver';

// What this server understands beyond the language server protocol. Everything is plain JSON; texts are in the language of
// the session.

/** The methods that this server has beside those of the protocol. */
export const methods = {
  updateSources: 'tiaoli/updateSources',
  setOptions: 'tiaoli/setOptions',
  runExamples: 'tiaoli/runExamples',
  clauses: 'tiaoli/clauses',
  differences: 'tiaoli/differences',
  tables: 'tiaoli/tables',
  editTable: 'tiaoli/editTable',
  planPaste: 'tiaoli/planPaste',
} as const;

/** The command of the lens over an 算例; its arguments are the URI of the document and the name of the example. */
export const runExampleCommand = 'tiaoli.runExample';

/** `initializationOptions`, and the notification `tiaoli/setOptions`, in which what is left out stays as it is. */
export interface ServerOptions {
  readonly language?: TextLanguage;
  /** `YYYY-MM-DD`: the day whose values are shown as effective; null for each document's newest version. */
  readonly on?: string | null;
  /** Every stored document; an editor in a browser has no file system to read them from. */
  readonly sources?: readonly SourceText[];
}

export interface SourceText {
  readonly uri: string;
  readonly text: string;
}

/** Notification `tiaoli/updateSources`: stored documents that changed or are gone; open documents keep their own text. */
export interface SourcesUpdate {
  readonly changed: readonly SourceText[];
  readonly removed: readonly string[];
}

/** Requests `tiaoli/runExamples` and `tiaoli/clauses`. */
export interface DocumentParams {
  readonly uri: string;
}

/** Answer of `tiaoli/runExamples`: the 算例 of one document, in the order of the text. */
export interface ExamplesAnswer {
  readonly examples: readonly ExampleView[];
  /** Why none can be run: the document, or one that it rests on, has errors. */
  readonly blocked?: string;
}

export interface ExampleView {
  readonly name: string;
  readonly range: Range;
  /** Ids of published cases. */
  readonly cases: readonly string[];
  readonly passed: boolean;
  readonly comparisons: readonly ComparisonView[];
  readonly problems: readonly string[];
}

export interface ComparisonView {
  /** The result, with the claim's number where there are several: `2.统筹支付`. */
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly agrees: boolean;
  /** Where the expectation is written. */
  readonly range: Range;
}

/** Answer of `tiaoli/clauses`: the clauses of one document with their legal text, in the order of the text. */
export interface ClauseView {
  /** `「重点救助对象」`, `第五条`; nested ones joined by a space. */
  readonly name: string;
  readonly range: Range;
  /** Quoted legal text, a paragraph each; empty where the clause only paraphrases its source. */
  readonly text: readonly string[];
  readonly status: 'rules' | 'note' | 'uncoded' | 'inexpressible';
  readonly reason?: string;
  /** 出处 with 等级 and marks, as text. */
  readonly source?: string;
}

/** Request `tiaoli/differences`: another text of the document, such as that of the version in force. */
export interface DifferencesParams extends DocumentParams {
  readonly before: string;
}

/** Answer of `tiaoli/differences`: lines of the text as it stands, from 0, the last not included. */
export interface DifferingLines {
  /** `removed`: lines went before the line `from`. */
  readonly kind: 'added' | 'changed' | 'removed';
  readonly from: number;
  readonly to: number;
}

/** Answer of `tiaoli/tables`: the tables and bands of one document as rows of cells, in the order of the text. */
export interface TableView {
  /** What `tiaoli/editTable` knows it by, as long as the text stays the same. */
  readonly from: number;
  readonly kind: 'table' | 'settings' | 'brackets';
  /** As declared; of bands empty. */
  readonly name: string;
  readonly range: Range;
  /** What stands over the columns: of a table without a heading its dimensions and the type of its values; or empty. */
  readonly headings: readonly string[];
  /** Each value column has a type of its own: `{起付：金额、比例：比例}`. */
  readonly isTyped: boolean;
  /** The row that names the columns; absent where none does. */
  readonly heading?: number;
  readonly keyCount: number;
  readonly rows: readonly TableRowView[];
}

export interface TableRowView {
  readonly range: Range;
  readonly cells: readonly TableCellView[];
}

export interface TableCellView {
  readonly range: Range;
  readonly text: string;
  /** 出处, 等级 and marks behind it, as written. */
  readonly notes?: string;
}

/** Request `tiaoli/editTable`. */
export interface TableEditParams extends DocumentParams {
  readonly from: number;
  readonly edit: TableEdit;
}

/** Answer of `tiaoli/editTable`: edits that touch nothing but what is meant, or one sentence that says why there are none. */
export type TableEditAnswer =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Request `tiaoli/planPaste`: cells of a spreadsheet for the table that begins at `from`. */
export interface PastePlanParams extends DocumentParams {
  readonly from: number;
  readonly block: PastedBlock;
}

/** Answer of `tiaoli/planPaste`: what would become of each cell, and the edit that writes the good ones. */
export type PastePlanAnswer =
  | { readonly kind: 'plan'; readonly plan: PastePlanView }
  | { readonly kind: 'refused'; readonly reason: string };

export interface PastePlanView {
  /** What stands over the columns that are pasted into. */
  readonly headings: readonly string[];
  /** The column of the table that the first pasted one is for. */
  readonly column: number;
  readonly cells: readonly (readonly PlannedCellView[])[];
  /** Rows that the table has not, and that the edit adds. */
  readonly added: number;
  /** The first pasted row repeated the heading and is left out. */
  readonly hasHeading: boolean;
  readonly edit: TableEdit;
}

export type PlannedCellView =
  | { readonly kind: 'kept'; readonly text: string }
  /** `before` is absent in a row that is added. */
  | { readonly kind: 'new'; readonly text: string; readonly before?: string }
  /** A number that waits for its unit. */
  | { readonly kind: 'plain'; readonly text: string; readonly measure: ColumnMeasure }
  | { readonly kind: 'wrong'; readonly text: string; readonly reason: string };
