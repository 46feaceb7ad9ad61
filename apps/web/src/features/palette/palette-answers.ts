import type { FoundThings } from '@tiaoli/workspace';

/** What `/api/names` answers. */
export type NamesAnswer = FoundThings;

/** A row of a catalogue that was found. */
export interface FoundCode {
  /** `PATH OF THE DOCUMENT/NAME` of its catalogue. */
  readonly catalogue: string;
  readonly catalogueName: string;
  readonly document: string;
  /** Its keys and the cells of its row, as people read them. */
  readonly keys: readonly string[];
  readonly cells: readonly string[];
}

/** What `/api/names/codes` answers. */
export interface CodesAnswer {
  readonly codes: readonly FoundCode[];
}

/** Something of the store that the one who asks may see. */
export interface FoundStored {
  readonly kind: 'draft' | 'proposal' | 'published';
  readonly id: string;
  readonly title: string;
  /** Of a published document: its 标识, and the day from which its version in force holds. */
  readonly code?: string;
  readonly from?: string;
}

/** What `/api/names/stored` answers. */
export interface StoredAnswer {
  readonly stored: readonly FoundStored[];
}
