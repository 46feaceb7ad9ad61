import type { Diagnostic } from '@tiaoli/base';
import type { CatalogueTable, CatalogueText, LoadedRows } from '@tiaoli/catalogue';
import { catalogueReport, readCatalogueRows, readCatalogueText } from '@tiaoli/catalogue';
import type { CatalogueFile } from '@tiaoli/language';

/** What the files say that 目录 name. */
export interface ReadCatalogues {
  /** Hash of each file that was read, by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Rows by what they say, for calculations. */
  readonly tables: ReadonlyMap<string, CatalogueTable>;
  /** Each at the statement that names the file, with the row as the other place. */
  readonly findings: readonly Diagnostic[];
}

export const noCatalogues: ReadCatalogues = { hashes: new Map(), tables: new Map(), findings: [] };

/** Where the files are read from. */
export interface CatalogueFolder {
  /** The bytes of a file that a document names; undefined where there is none in the folder. */
  findBeside(path: string): Promise<Uint8Array | undefined>;
  /** A text that is another one as soon as the file is; without it the file is read whenever it is asked for. */
  stampBeside?(path: string): Promise<string | undefined>;
}

/** Keeps what was read for as long as the files stay: 200,000 rows are not read again for each question. */
export interface CatalogueStore {
  read(files: readonly CatalogueFile[], folder: CatalogueFolder): Promise<ReadCatalogues>;
}

interface KnownText {
  readonly stamp: string | undefined;
  readonly text: CatalogueText | undefined;
}

export function createCatalogueStore(): CatalogueStore {
  let texts = new Map<string, KnownText>();
  let loaded = new Map<string, LoadedRows>();
  let last = noCatalogues;
  return {
    read: async (files, folder) => {
      if (files.length === 0 && texts.size === 0) return noCatalogues;
      texts = await readTexts(files, folder, texts);
      const rows = new Map<string, LoadedRows>();
      const findings = files.flatMap((file) => {
        const text = texts.get(file.path)?.text;
        if (!text)
          return [atStatement(catalogueReport('catalogue-missing', nameOf(file), file.span), file)];
        const key = keyOf(file, text);
        const found =
          loaded.get(key) ?? rows.get(key) ?? readCatalogueRows(text, file.schema, file);
        rows.set(key, found);
        return found.findings.map((finding) => atStatement(finding, file));
      });
      loaded = rows;
      last = sameOr(last, { hashes: hashesOf(texts), tables: tablesOf(rows), findings });
      return last;
    },
  };
}

/** The files once each; what did not change is kept. */
async function readTexts(
  files: readonly CatalogueFile[],
  folder: CatalogueFolder,
  known: ReadonlyMap<string, KnownText>,
): Promise<Map<string, KnownText>> {
  const texts = new Map<string, KnownText>();
  for (const { path } of files) {
    if (texts.has(path)) continue;
    const stamp = await folder.stampBeside?.(path);
    const before = known.get(path);
    if (before && stamp !== undefined && before.stamp === stamp) texts.set(path, before);
    else {
      const bytes = await folder.findBeside(path);
      texts.set(path, { stamp, text: bytes && (await readCatalogueText(path, bytes)) });
    }
  }
  return texts;
}

/** Bad rows have no content by which calculations could find them. */
function keyOf({ contentOf, path }: CatalogueFile, { text }: CatalogueText): string {
  return text ? contentOf(text.hash) : `unread ${path}`;
}

function hashesOf(texts: ReadonlyMap<string, KnownText>): ReadonlyMap<string, string> {
  return new Map(
    [...texts].flatMap(([path, { text }]) => (text?.text ? [[path, text.text.hash]] : [])),
  );
}

function tablesOf(rows: ReadonlyMap<string, LoadedRows>): ReadonlyMap<string, CatalogueTable> {
  return new Map([...rows].flatMap(([key, { table }]) => (table ? [[key, table]] : [])));
}

/** The statement is what an editor and the command line show; the row stands in a file that neither opens. */
function atStatement(finding: Diagnostic, { span, path }: CatalogueFile): Diagnostic {
  if (finding.span === span) return finding;
  const message = { zh: '在目录的文件里', en: 'in the file of the catalogue' };
  return { ...finding, span, related: [{ message, span: { ...finding.span, file: path } }] };
}

function nameOf({ path }: CatalogueFile): { readonly file: string } {
  return { file: path };
}

/** The same object as before where nothing changed. */
function sameOr(before: ReadCatalogues, now: ReadCatalogues): ReadCatalogues {
  const same =
    before.tables.size === now.tables.size &&
    [...now.tables].every(([key, table]) => before.tables.get(key) === table) &&
    before.findings.length === now.findings.length &&
    before.hashes.size === now.hashes.size &&
    [...now.hashes].every(([path, hash]) => before.hashes.get(path) === hash) &&
    now.findings.every((finding, at) => before.findings[at]?.message.zh === finding.message.zh);
  return same ? before : now;
}
