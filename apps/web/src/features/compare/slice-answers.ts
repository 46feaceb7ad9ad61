/** What `GET /api/compare/jobs/…/slice` answers: a result over one fact, everything else as in a case. */
export interface SliceAnswer {
  /** Facts over which it can be shown. */
  readonly inputs: readonly { readonly id: string; readonly name: string }[];
  /** Absent where there is nothing to show: the result reads no number. */
  readonly shown?: ShownSlice;
}

/** Amounts in yuan, others in their unit, as decimal text. */
export interface ShownSlice {
  readonly input: string;
  readonly inputName: string;
  readonly isMoney: boolean;
  readonly result: string;
  /** The fact as it is in the case. */
  readonly at: string;
  /** In ascending order, without gaps. */
  readonly pieces: readonly PieceAnswer[];
}

export interface PieceAnswer {
  readonly from: string;
  readonly to: string;
  readonly old: PartAnswer;
  readonly new: PartAnswer;
  readonly difference?: LineAnswer;
  /** Rules that bend where it begins. */
  readonly rules: readonly string[];
}

/** Exact at both ends. */
export interface LineAnswer {
  readonly first: string;
  readonly last: string;
  /** By how much it grows with one more. */
  readonly slope: string;
}

export type PartAnswer =
  | ({ readonly kind: 'line' } & LineAnswer)
  | { readonly kind: 'missing' | 'not-applicable' | 'refused' }
  | { readonly kind: 'undecided'; readonly reason: string };
