import { setImmediate } from 'node:timers/promises';
import type { CatalogueTable } from '@tiaoli/catalogue';
import { spellText } from './spell-text.ts';

/** The texts of a table, made ready for looking words up in them. */
export interface RowIndex {
  /** 1 for each row that has every word of `words` in its keys, its texts, or their sound. */
  find(words: string): Uint8Array;
}

/** Keeps the index of each table for as long as somebody keeps the table. */
export interface RowIndexes {
  of(table: CatalogueTable): Promise<RowIndex>;
}

export function createRowIndexes(): RowIndexes {
  const known = new WeakMap<CatalogueTable, Promise<RowIndex>>();
  return {
    of: (table) => {
      const index = known.get(table) ?? buildIndex(table);
      known.set(table, index);
      return index;
    },
  };
}

/** Rows that are read before others get their turn. */
const ROWS_AT_ONCE = 2000;

async function buildIndex(table: CatalogueTable): Promise<RowIndex> {
  const texts: string[] = [];
  const sounds: string[] = [];
  const columns = [...table.columns.values()].flatMap((column) =>
    column.kind === 'text' ? [{ ...column, spelled: new Map<number, string>() }] : [],
  );
  for (let row = 0; row < table.rowCount; row += 1) {
    const keys = table.textKeys(row);
    const cells = columns.map((column) => {
      const number = column.cells[row] ?? -1;
      const text = column.texts[number] ?? '';
      const sound = column.spelled.get(number) ?? spellText(text);
      column.spelled.set(number, sound);
      return { text, sound };
    });
    texts.push(plain([...keys, ...cells.map(({ text }) => text)].join('\t')));
    sounds.push([...keys.map(spellText), ...cells.map(({ sound }) => sound)].join('\t'));
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
  }
  const said = linesOf(texts);
  await setImmediate();
  const heard = linesOf(sounds.map((sound) => sound.toLowerCase()));
  const capitals = sounds.join('\n');
  const isSyllable = (at: number): boolean => /[A-Z]/.test(capitals.charAt(at));
  return {
    find: (words) => {
      const found = new Uint8Array(table.rowCount).fill(1);
      for (const word of plain(words).split(/\s+/).filter(Boolean)) {
        const marks = new Uint8Array(table.rowCount);
        markLines(said, word, marks, () => true);
        if (/^[a-z]/.test(word)) markLines(heard, word, marks, isSyllable);
        found.forEach((each, row) => {
          found[row] = each & (marks[row] ?? 0);
        });
      }
      return found;
    },
  };
}

/** As it is compared: full-width letters are letters, and capitals are small. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

interface Lines {
  readonly text: string;
  /** Offset behind each line. */
  readonly ends: Float64Array;
}

function linesOf(lines: readonly string[]): Lines {
  const ends = new Float64Array(lines.length);
  let offset = 0;
  lines.forEach((line, at) => {
    offset += line.length;
    ends[at] = offset;
    offset += 1;
  });
  return { text: lines.join('\n'), ends };
}

/** Marks each line with an occurrence that `counts`; looks no further in a line that is marked. */
function markLines(
  { text, ends }: Lines,
  word: string,
  marks: Uint8Array,
  counts: (offset: number) => boolean,
): void {
  let line = 0;
  for (let at = text.indexOf(word); at >= 0; ) {
    while ((ends[line] ?? text.length) < at) line += 1;
    const isFound = marks[line] === 1 || counts(at);
    if (isFound) marks[line] = 1;
    at = text.indexOf(word, isFound ? (ends[line] ?? text.length) : at + 1);
  }
}
