import type { ImportNote } from '../report/import-note.ts';
import type { Footnote } from '../source-document.ts';
import { beginning, oneLine } from '../source-document.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';
import type { XmlElement } from './xml-tree.ts';

/** What reading a Word file goes by, and what it collects on its way. */
export interface WordReading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** The notes of the file by their ids, as elements. */
  readonly footnotes: ReadonlyMap<string, XmlElement>;
  readonly endnotes: ReadonlyMap<string, XmlElement>;
  readonly comments: ReadonlyMap<string, XmlElement>;
  readonly notes: ImportNote[];
  readonly named: Footnote[];
}

/** Adds a note with the words that it is about. */
export function tell(
  { notes }: WordReading,
  code: ImportNote['code'],
  { quote, at }: { readonly quote?: string; readonly at?: string },
): void {
  const words = quote === undefined ? '' : oneLine(quote);
  const place = at === undefined ? '' : beginning(at);
  notes.push({
    code,
    ...(words !== '' && { quote: words }),
    ...(place !== '' && { at: place }),
  });
}
