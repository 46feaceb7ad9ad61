import type { LocalText } from '@tiaoli/base';

/** What two texts were found to differ in, in short. */
export interface ComparisonSummary {
  /** Titles with their days. */
  readonly baseline: ComparedText;
  readonly reform: ComparedText;
  /** One sentence, with its numbers. */
  readonly conclusion: LocalText;
  /** Nothing that is declared is another. */
  readonly isSame: boolean;
  /** Everything that is not told to change is proved the same. */
  readonly isComplete: boolean;
  /** Results that differ, or of which nobody knows. */
  readonly results: readonly ComparedResult[];
  /** Why nothing can be said of results, where they could not be compared. */
  readonly problem?: LocalText;
}

export interface ComparedText {
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly on?: string;
}

export interface ComparedResult {
  readonly name: string;
  /** A key of the states of differences: `changed-exact`, `undecided` … */
  readonly state: string;
  readonly regions: number;
  /** By how much, in a sentence. */
  readonly bounds: LocalText;
}

/** The whole comparison as one page, and 修订对照表 in Word, in each language. */
export const comparisonFiles = ['page-zh', 'page-en', 'word-zh', 'word-en'] as const;
export type ComparisonFile = (typeof comparisonFiles)[number];

/** A comparison as it is kept: of the texts that its job was asked, by the hashes of what came of it. */
export interface KeptComparison {
  /** That of its job. */
  readonly id: string;
  readonly summary: ComparisonSummary;
}

/** Comparisons of one's own offices whose texts one sees: of a draft nobody else learns by them. */
export interface ComparisonRecords {
  find(id: string): Promise<KeptComparison | undefined>;
  file(id: string, file: ComparisonFile): Promise<Uint8Array | undefined>;
  /** Keeps files under their hashes; answers with what the job tells, as JSON. */
  keep(
    summary: ComparisonSummary,
    files: Readonly<Record<ComparisonFile, Uint8Array>>,
  ): Promise<unknown>;
}
