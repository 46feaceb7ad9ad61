/** A page of the handbook as the contents name it. */
export interface PageEntry {
  /** The last part of its address. */
  readonly page: string;
  readonly title: string;
}

/** A part of the handbook, with its pages in the order in which they are read. */
export interface ChapterEntry {
  readonly title: string;
  readonly pages: readonly PageEntry[];
}

/** A heading of a page, and where it stands there. */
export interface HeadingEntry {
  readonly anchor: string;
  readonly text: string;
}

/** A stretch of a page in which the words were found. */
export interface FoundSection {
  readonly page: string;
  readonly title: string;
  readonly heading: HeadingEntry | null;
  /** Some words around the first place, without marks. */
  readonly excerpt: string;
}

/** What `/api/handbook?words=…` answers. */
export interface SearchAnswer {
  readonly found: readonly FoundSection[];
  /** How many there are in all. */
  readonly count: number;
}
