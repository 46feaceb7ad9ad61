import type { Diagnostic, Span } from '@tiaoli/base';
import type { LinkedFile } from '../link-documents.ts';
import type { Source } from '../source.ts';
import { formatSource } from '../syntax/format/formatter.ts';
import type { SourceParser } from '../syntax/parser.ts';
import { createParser } from '../syntax/parser.ts';
import type { Reading } from './calls.ts';
import { readBy, readersOf } from './calls.ts';
import type { Clause } from './clauses.ts';
import { clausesOf } from './clauses.ts';
import type { Completions } from './completion/completion.ts';
import { completionsAt } from './completion/completions-at.ts';
import type { Folding } from './foldings.ts';
import { foldingsOf } from './foldings.ts';
import type { HoverFacts } from './hover.ts';
import { hoverAt } from './hover.ts';
import { linkedNames } from './linked-names.ts';
import { nameUses } from './name-uses.ts';
import type { OutlineEntry } from './outline.ts';
import { outlineOf } from './outline.ts';
import type { RenameTarget, Renaming } from './rename.ts';
import { rename, renameTarget } from './rename.ts';
import { scannedFile } from './scanned-text.ts';
import type { SemanticToken } from './semantic-tokens.ts';
import { semanticTokens } from './semantic-tokens.ts';
import type { EditorSymbol, NameUse } from './symbol.ts';
import type { LinkedFiles, SymbolKey } from './symbols.ts';
import { nameAt, plainName, rowsOf, symbolOf } from './symbols.ts';
import { editTable } from './tables/edit-table.ts';
import type { PastedBlock, Planning } from './tables/paste/plan-paste.ts';
import { planPaste } from './tables/paste/plan-paste.ts';
import { readTables } from './tables/read-tables.ts';
import type { TableEdit, TableEditing } from './tables/table-edit.ts';
import type { TableGrid } from './tables/table-grid.ts';
import { refuseEdit } from './tables/table-refusals.ts';

/** The symbol under a cursor, and the name there. */
export interface SymbolAt {
  readonly symbol: EditorSymbol;
  readonly span: Span;
}

/**
 * What an editor asks of the open texts. Nothing throws, whatever the text; a path that is not open has nothing. Offsets
 * are UTF-16 code units from 0.
 */
export interface Editor {
  symbolAt(path: string, offset: number): SymbolAt | undefined;
  /** Where the symbol is declared and named in all open files, by file and in the order of the text. */
  occurrences(symbol: SymbolKey): readonly NameUse[];
  /** What reads the value of a symbol, in all open files. */
  readersOf(symbol: SymbolKey): readonly Reading[];
  /** What the declarations of a symbol read, by file and symbol. */
  readBy(symbol: SymbolKey): readonly Reading[];
  /** Where the name that is declared at the cursor stands, if it stands in that file alone and more than once; else nothing. */
  linkedNames(path: string, offset: number): readonly Span[];
  /** Every name of a file with what it means, in the order of the text. */
  names(path: string): readonly NameUse[];
  /** Whether what stands at the cursor can be given another name. */
  renameTarget(path: string, offset: number): RenameTarget;
  /** The changes in all open files that rename it, or why it cannot be called so. */
  rename(path: string, offset: number, name: string): Renaming;
  /** What is known of the name or the keyword at the cursor. */
  hoverAt(path: string, offset: number): HoverFacts | undefined;
  outline(path: string): readonly OutlineEntry[];
  foldings(path: string): readonly Folding[];
  semanticTokens(path: string): readonly SemanticToken[];
  clauses(path: string): readonly Clause[];
  /** The tables and bands of a file as rows of cells, also while it does not parse. */
  tables(path: string): readonly TableGrid[];
  /** The changes that edit the table which begins at `from`: nothing but the cells that are meant. */
  editTable(path: string, from: number, edit: TableEdit): TableEditing;
  /** What pasting a block of cells into that table would do; undefined for a path that is not open. */
  planPaste(path: string, from: number, block: PastedBlock): Planning | undefined;
  /** The text in its canonical form, each keyword in its own language; undefined for one that does not parse. */
  formatted(path: string): string | undefined;
  /** What may stand at the cursor; undefined where nothing is to be completed. */
  completionsAt(path: string, offset: number): Completions | undefined;
}

/** `files` gives the documents as they are linked now, `findingsWith` what would be found with another text of one. */
export function createEditor(
  files: () => LinkedFiles,
  findingsWith: (source: Source) => readonly Diagnostic[],
): Editor {
  const of = <Item>(path: string, read: (linked: LinkedFile) => readonly Item[]) => {
    const linked = files().get(path);
    return linked === undefined ? [] : read(linked);
  };
  let parser: SourceParser | undefined;
  return {
    symbolAt: (path, offset) => {
      const name = nameAt(path, offset, files());
      return name && { symbol: symbolOf(name, files()), span: name.span };
    },
    occurrences: (symbol) => rowsOf(symbol, files()).map(plainName),
    readersOf: (symbol) => readersOf(symbol, files()),
    readBy: (symbol) => readBy(symbol, files()),
    linkedNames: (path, offset) => linkedNames(path, offset, files()),
    names: (path) => of(path, nameUses).map(plainName),
    renameTarget: (path, offset) => renameTarget(path, offset, files()),
    rename: (path, offset, name) => rename(path, offset, name, files()),
    hoverAt: (path, offset) => hoverAt(path, offset, files()),
    outline: (path) => of(path, outlineOf),
    foldings: (path) => of(path, (linked) => foldingsOf(scannedFile(linked))),
    semanticTokens: (path) => of(path, (linked) => semanticTokens(linked, files())),
    clauses: (path) => of(path, clausesOf),
    tables: (path) => of(path, (linked) => readTables(scannedFile(linked))),
    editTable: (path, from, edit) => {
      const linked = files().get(path);
      return linked ? editTable(scannedFile(linked), from, edit) : refuseEdit('no-table');
    },
    planPaste: (path, from, block) => {
      const linked = files().get(path);
      if (linked === undefined) return undefined;
      return planPaste(scannedFile(linked), from, block, (text) => findingsWith({ path, text }));
    },
    formatted: (path) => {
      const open = files().get(path)?.open;
      if (open === undefined) return undefined;
      // The text is parsed already, which is most of the work.
      const parsed = { parse: () => ({ ast: open.file, findings: open.syntax }) };
      const result = formatSource(parsed, open.text, { keywords: 'keep' });
      return result.kind === 'formatted' ? result.text : undefined;
    },
    completionsAt: (path, offset) => {
      const linked = files().get(path);
      if (linked === undefined) return undefined;
      // Made for the first question: it costs more than any answer.
      parser ??= createParser();
      return completionsAt(offset, { linked, files: files(), parser });
    },
  };
}
