import type { TextLanguage } from '@tiaoli/base';
import type { Range } from 'vscode-languageserver';

// What this server understands beyond the language server protocol. Everything is plain JSON; texts are in the language of
// the session.

/** The methods that this server has beside those of the protocol. */
export const methods = {
  updateSources: 'tiaoli/updateSources',
  setOptions: 'tiaoli/setOptions',
  runExamples: 'tiaoli/runExamples',
  clauses: 'tiaoli/clauses',
  differences: 'tiaoli/differences',
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
