import type { LocalText } from '@tiaoli/base';
import type { ClauseDifference } from '@tiaoli/diff';
import type {
  CatalogueComparison,
  ComparedSide,
  ConformanceComparison,
  ConformanceRow,
} from '@tiaoli/workspace';

/** What `/api/compare/versions` answers, in the reader's language. */
export interface VersionsAnswer {
  readonly old: ComparedSide;
  readonly new: ComparedSide;
  /** Two documents are held together by names alone. */
  readonly isOneDocument: boolean;
  readonly isSame: boolean;
  /** Rows of a catalogue could not be read. */
  readonly isUndecided: boolean;
  readonly text: readonly ClauseDifference[];
  readonly structure: StructureAnswer;
  /** Documents that both sides rest on, and that say other things. */
  readonly basis: readonly (StructureAnswer & { readonly title: string })[];
  readonly catalogues: readonly CatalogueAnswer[];
}

export interface StructureAnswer {
  /** Changes of what is declared, and of where it was found. */
  readonly count: number;
  readonly sources: number;
  readonly groups: readonly ChangedDeclaration[];
  /** Pairs that may be the same thing under another name: proposals only. */
  readonly renames: readonly string[];
}

/** What differs about one declaration, a sentence each. */
export interface ChangedDeclaration {
  /** What it is and its name. */
  readonly title: string;
  readonly clause?: string;
  readonly file?: string;
  readonly line?: number;
  readonly changes: readonly string[];
}

export type CatalogueAnswer =
  | Extract<CatalogueComparison, { kind: 'unread' }>
  | {
      readonly kind: 'compared';
      readonly name: string;
      readonly before: number;
      readonly after: number;
      readonly changed: number;
      readonly counts: Readonly<Record<string, number>>;
    };

/** What `/api/compare/conformance` answers. */
export interface ConformanceAnswer extends Omit<ConformanceComparison, 'rows'> {
  readonly rows: readonly ConformanceAnswerRow[];
}

export interface ConformanceAnswerRow extends ConformanceRow {
  /** What is left to be decided; by both texts, where they leave something else. */
  readonly leaves: LocalText;
}

/** A member of its own of a refused comparison: what is wrong with the sides. */
export interface SideFinding {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly file: string;
  readonly line: number;
}
