import type { DayNumber, Diagnostic, Fix, Validity } from '@tiaoli/base';
import { sortDiagnostics } from '@tiaoli/base';
import type { LangiumCoreServices } from 'langium';
import type { CatalogueFile } from './catalogue-files.ts';
import { catalogueFilesOf } from './catalogue-files.ts';
import { exemptionOf } from './checks/write-exemption.ts';
import type { ClauseCounts } from './clause-counts.ts';
import { countClauses } from './clause-counts.ts';
import { citationsOf, readHeader } from './document-header.ts';
import type { Editor } from './editor/editor.ts';
import { createEditor } from './editor/editor.ts';
import type { ExampleHeading } from './example-headings.ts';
import { exampleHeadings } from './example-headings.ts';
import type { OpenFile } from './link-documents.ts';
import { findingsOf, nothingLinked, notLowered, relink } from './linked.ts';
import { closureFor, lowerLacking, lowerOn } from './lower-file.ts';
import type { Lowered } from './lowered.ts';
import { findProse } from './prose.ts';
import type { FindScope } from './references/create-scope.ts';
import { createServices, parseText } from './services.ts';
import type { Source } from './source.ts';
import { spanOf } from './span-of.ts';
import type { DocumentHeader } from './tiaoli-document.ts';

/** Documents that are open together, with what their names mean. Nothing here throws for a mistake in a text. */
export interface LanguageWorkspace {
  update(changed: readonly Source[], removed?: readonly string[]): Promise<void>;
  /** The files that 目录 name, as far as their schemas are understood. */
  catalogueFiles(): readonly CatalogueFile[];
  /** Hashes of what those files say, by path: rows of others, and of files that are not there, are unknown. */
  setCatalogues(hashes: ReadonlyMap<string, string>): void;
  /** One row per file, by path. */
  documents(): readonly DocumentHeader[];
  /** Findings of all files, by file, position and code. */
  findings(): readonly Diagnostic[];
  /** Findings of one file, by position and code; none when it is not open. Asked twice, they are the same list. */
  findingsIn(path: string): readonly Diagnostic[];
  /** Findings that a file would have with another text; nothing changes. None where it is not open. */
  findingsWith(source: Source): readonly Diagnostic[];
  /** The 豁免 that accepts a warning or a note; undefined for an error, and where none can be written. */
  exemption(finding: Diagnostic): Fix | undefined;
  /** How many clauses of that file hold rules; undefined when it is not open. */
  clauses(path: string): ClauseCounts | undefined;
  /** Ids of the documents that the one of that file names as its basis, as far as they are open. */
  basis(path: string): readonly string[];
  /** The examples that stand in that file, in the order of its text. */
  examples(path: string): readonly ExampleHeading[];
  /**
   * The IR of the document of that file, with all that it rests on and all that sets its parameters, each in the version
   * that is in force on the day; without one, on the first day of the file. The module stays the same object until
   * something changes that it is made of.
   */
  lower(path: string, on?: DayNumber): Lowered;
  /** The days of that file between which `lower` gives one module, oldest first; none when it is not open. */
  stretches(path: string): readonly Validity[];
  /**
   * The compiled document of a file that only rows of tables keep from being compiled: whoever needs such a row gets no
   * value. For analyses, which say who that is; never for calculators. Undefined where nothing, or more, is wrong.
   */
  lowerWithoutRows(path: string): Lowered | undefined;
  /** What an editor asks of the texts; its answers are always about the newest ones. */
  readonly editor: Editor;
}

export function createLanguageWorkspace(): LanguageWorkspace {
  const files = new Map<string, OpenFile>();
  let linked = nothingLinked();
  const findScope: FindScope = (root) => linked.documents.get(root)?.scope;
  let catalogues: ReadonlyMap<string, string> = new Map();

  const openText = textOpener(findScope);
  const findingsIn = (path: string): readonly Diagnostic[] => {
    const each = linked.files.get(path);
    return each ? findingsOf(each, linked) : [];
  };
  const findingsWith = (source: Source): readonly Diagnostic[] => {
    if (!files.has(source.path)) return [];
    const before = linked;
    // Scopes are found among what is linked.
    const others = new Map(files).set(source.path, openText(source));
    try {
      linked = relink([...others.values()], before, findScope);
      return findingsIn(source.path);
    } finally {
      linked = before;
    }
  };

  return {
    update: async (changed, removed = []) => {
      const gone = removed.filter((path) => files.delete(path));
      const opened = changed.filter(({ path, text }) => files.get(path)?.text !== text);
      for (const source of opened) files.set(source.path, openText(source));
      if (gone.length + opened.length > 0) linked = relink([...files.values()], linked, findScope);
    },
    catalogueFiles: () => [...linked.files.values()].flatMap(catalogueFilesOf),
    setCatalogues: (hashes) => {
      if (!isSameMap(hashes, catalogues)) linked = notLowered(linked);
      catalogues = hashes;
    },
    documents: () => [...linked.documents.values()].map(({ header }) => header),
    findings: () =>
      sortDiagnostics([...linked.files.values()].flatMap((each) => findingsOf(each, linked))),
    findingsIn,
    findingsWith,
    exemption: (finding) => {
      const each = linked.files.get(finding.span.file);
      return each && exemptionOf(finding, each.open.file);
    },
    clauses: (path) => {
      const open = linked.files.get(path)?.open;
      return open && countClauses(open.file);
    },
    basis: (path) => linked.files.get(path)?.document.basis ?? [],
    examples: (path) => {
      const open = linked.files.get(path)?.open;
      return open ? exampleHeadings(open.file) : [];
    },
    lower: (path, on) => lowerOn(path, on, linked, catalogues),
    stretches: (path) => closureFor(path, linked)?.stretches.map(({ validity }) => validity) ?? [],
    lowerWithoutRows: (path) => lowerLacking(path, linked, catalogues),
    editor: createEditor(() => linked.files, findingsWith),
  };
}

/** Opens texts with one set of services. An exception poisons Chevrotain's parser: the text behind it gets new ones. */
function textOpener(findScope: FindScope): (source: Source) => OpenFile {
  let services: LangiumCoreServices | undefined;
  return (source) => {
    services ??= createServices(findScope);
    const open = openSource(services, source);
    if (open.syntax.some(({ code }) => code === 'parser-failure')) services = undefined;
    return open;
  };
}

function openSource(services: LangiumCoreServices, { path, text }: Source): OpenFile {
  const { ast, findings } = parseText(services, path, text);
  const prose = findProse(ast, text, { path, syntax: findings });
  return {
    path,
    text,
    file: ast,
    header: readHeader(ast, path, spanOf(ast.document ?? ast)),
    citations: citationsOf(ast),
    syntax: prose ? [prose] : findings,
  };
}

function isSameMap(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  return left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
}
