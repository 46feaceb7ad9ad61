/** What is asked when a settled case is to become a 算例. */
export interface ExampleRequest {
  readonly case: unknown;
  readonly name: string;
  /** Names of the results to expect. */
  readonly expect: readonly string[];
  /** The file that it is added to. */
  readonly path: string;
  /** Of the text that was shown; absent when it is only to be shown. */
  readonly revision?: string;
}

export type ExampleAnswer =
  | {
      readonly kind: 'ready';
      /** What will be added, as it will stand there. */
      readonly block: string;
      readonly line: number;
      readonly revision: string;
    }
  | { readonly kind: 'saved'; readonly path: string; readonly line: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };
