import type { CalculatorForm } from './calculator-form.ts';
import type { Draft } from './draft.ts';

/** A worked example of the document as a draft of the form. */
export interface FormExample {
  readonly name: string;
  /** Its id among published cases. */
  readonly published?: string;
  /** For which it is told; absent for the document's own place and each claim's own dates. */
  readonly place?: string;
  readonly on?: string;
  readonly draft: Draft;
}

/** Everything that the page of one document needs before a case is entered. */
export interface CalculatorPageJson {
  readonly form: CalculatorForm;
  readonly number?: string;
  /** The document's own place; absent for the nation. */
  readonly place?: string;
  /** The file whose rules the form is of. */
  readonly path: string;
  /** The files of its versions, oldest first: where an example can be added. */
  readonly files: readonly string[];
  /** Invented to show how rules are written, never policy. */
  readonly illustrative: boolean;
  /** Published cases first. */
  readonly examples: readonly FormExample[];
}
