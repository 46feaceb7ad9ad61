import type { DayNumber, Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { chineseWorkingDays } from '@tiaoli/calendar';
import type { ReferenceData } from '@tiaoli/ir';
import type { DocumentHeader, LanguageWorkspace, Lowered, Source } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';
import type { CatalogueFolder, ReadCatalogues } from './catalogues/catalogue-store.ts';
import { createCatalogueStore, noCatalogues } from './catalogues/catalogue-store.ts';
import { report } from './messages.ts';
import type { SourceFolder } from './source-folder.ts';

/** Policies that were read and linked: what every use case starts from. */
export interface Policies {
  readonly language: LanguageWorkspace;
  /** Text by path, of the files that are UTF-8. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files that could not be read as text. */
  readonly unreadable: readonly Diagnostic[];
  /** What calculations read beside the facts of a case. */
  readonly reference: ReferenceData;
  /** The rows of its 目录, and what is wrong with them. */
  readonly catalogues: ReadCatalogues;
  /** The compiled document of a file as it is on a day; on its first day without one. */
  lower(path: string, on?: DayNumber): Lowered;
}

/** Reads and links what `folder` lists; and its library, where a document rests on one that is not among them. */
export async function openPolicies(folder: SourceFolder): Promise<Policies> {
  const asked = await readSources(folder, await folder.list());
  const policies = await linkPolicies(asked.sources, asked.unreadable);
  const further = await folder.library();
  // Looking for what is missing takes as long as reading everything: not where there is nothing more to read.
  if (further.length === 0 || !restsOnOthers(policies)) return withCatalogues(policies, folder);
  const library = await readSources(folder, further);
  if (library.sources.length === 0) return withCatalogues(policies, folder);
  const { language } = policies;
  const own = language.documents();
  const listed = new Set(asked.sources.map(({ path }) => path));
  await language.update(library.sources);
  const hidden = language
    .documents()
    .filter((each) => !listed.has(each.path) && own.some((header) => isSame(each, header)))
    .map(({ path }) => path);
  await language.update([], hidden);
  const shown = library.sources.filter(({ path }) => !hidden.includes(path));
  const all = { ...policies, texts: textsOf([...asked.sources, ...shown]) };
  return withCatalogues(all, folder);
}

function restsOnOthers({ language }: Policies): boolean {
  return language.findings().some(({ code }) => code === 'unknown-basis');
}

/** With the rows that its documents name, read from `folder`. */
async function withCatalogues(policies: Policies, folder: CatalogueFolder): Promise<Policies> {
  const { language } = policies;
  const catalogues = await createCatalogueStore().read(language.catalogueFiles(), folder);
  language.setCatalogues(catalogues.hashes);
  return { ...policies, catalogues, reference: referenceOf(catalogues) };
}

export function referenceOf({ tables }: ReadCatalogues): ReferenceData {
  return { catalogues: tables, workingDays: chineseWorkingDays };
}

function textsOf(sources: readonly Source[]): ReadonlyMap<string, string> {
  return new Map(sources.map(({ path, text }) => [path, text]));
}

/** True when the two would be taken for each other where a document names what it rests on. */
function isSame(left: DocumentHeader, right: DocumentHeader): boolean {
  const sameNumber = left.number !== undefined && left.number === right.number;
  return left.id === right.id || left.title === right.title || sameNumber;
}

async function readSources(
  folder: SourceFolder,
  paths: readonly string[],
): Promise<{ readonly sources: readonly Source[]; readonly unreadable: readonly Diagnostic[] }> {
  const sources: Source[] = [];
  const unreadable: Diagnostic[] = [];
  for (const path of paths) {
    const text = decodeText(await folder.read(path));
    if (text === undefined) unreadable.push(report('not-utf8', {}, fileSpan(path)));
    else sources.push({ path, text });
  }
  return { sources, unreadable };
}

/** Links sources that are already in memory, with catalogues that were read before. */
export async function linkPolicies(
  sources: readonly Source[],
  unreadable: readonly Diagnostic[] = [],
  catalogues: ReadCatalogues = noCatalogues,
): Promise<Policies> {
  const language = createLanguageWorkspace();
  await language.update(sources);
  language.setCatalogues(catalogues.hashes);
  return {
    language,
    texts: textsOf(sources),
    unreadable,
    catalogues,
    reference: referenceOf(catalogues),
    lower: (path, on) => language.lower(path, on),
  };
}

/** The text of a file, without a byte order mark; undefined when it is not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
