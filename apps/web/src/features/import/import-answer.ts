/** What `/api/import` answers. */
export interface ImportAnswer {
  readonly text: string;
  /** The title, where the source has one beyond doubt. */
  readonly title?: string;
  readonly report: readonly string[];
  /** Where the folder of policies would keep it. */
  readonly path: string;
}
