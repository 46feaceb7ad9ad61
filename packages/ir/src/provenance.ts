/** Where a value comes from, and how far it can be trusted. */
export interface Provenance {
  readonly source?: string;
  /** A: the document itself; B: press quoting the bureau; C: copies; D: hearsay; `illustrative`: invented, never policy. */
  readonly grade?: 'A' | 'B' | 'C' | 'D' | 'illustrative';
  /** 推定 worked out from results; 约 approximate; 转述 rendered from another wording, not a quotation. */
  readonly marks: readonly ('inferred' | 'approximate' | 'paraphrased')[];
}
