/** What is compared: the texts of one document, by what they are and their ids. */
export interface ComparedAddress {
  readonly document: string;
  /** `draft ID` or `proposal ID`. */
  readonly reform: string;
  /** `YYYY-MM-DD` */
  readonly on?: string;
}

/** Where a text is held against what is in force. */
export function comparisonHref(address: ComparedAddress): string {
  return `/compare?${new URLSearchParams({ ...address })}`;
}
