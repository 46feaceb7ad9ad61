/** A sentence in both languages of the product; whoever prints it chooses. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

export type TextLanguage = keyof LocalText;
