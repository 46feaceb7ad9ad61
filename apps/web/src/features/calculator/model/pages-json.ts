import type { CalculatorForm } from './calculator-form.ts';
import type { Draft } from './draft.ts';

export type PlaceLevel = 'nation' | 'province' | 'city' | 'county';

/** A stretch of days in which a document means one thing. */
export interface VersionJson {
  /** `ID@YYYY-MM-DD` */
  readonly ref: string;
  readonly from: string;
  readonly to?: string;
}

/** A document in the list of those that can be calculated. */
export interface ListedDocument {
  readonly id: string;
  readonly title: string;
  readonly number?: string;
  readonly path: string;
  readonly state: 'in-force' | 'not-yet' | 'ended' | 'none';
  readonly version?: VersionJson;
  readonly versions: readonly VersionJson[];
  /** Why it cannot be calculated: findings of severity error, or nothing in it to settle. */
  readonly cannot?: 'errors' | 'nothing-to-settle';
  readonly illustrative: boolean;
}

export interface ListedPlace {
  readonly place: string;
  readonly level: PlaceLevel;
  readonly documents: readonly ListedDocument[];
  readonly places: readonly ListedPlace[];
}

/** A worked example of the document as a draft of the form. */
export interface FormExample {
  readonly name: string;
  /** Its id among published cases. */
  readonly published?: string;
  readonly draft: Draft;
}

/** Everything that the page of one document needs before a case is entered. */
export interface CalculatorPageJson {
  readonly id: string;
  readonly title: string;
  readonly number?: string;
  readonly place: string;
  readonly path: string;
  readonly versions: readonly VersionJson[];
  /** The files of its versions, oldest first: where an example can be added. */
  readonly files: readonly string[];
  /** For which the document can be calculated, its own first. */
  readonly places: readonly string[];
  readonly illustrative: boolean;
  readonly form: CalculatorForm;
  readonly examples: readonly FormExample[];
}
