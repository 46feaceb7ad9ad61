import type { Diagnostic, Fix } from '@tiaoli/base';
import { diagnosticOf, sortDiagnostics } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';
import type { AstNode, LangiumCoreServices } from 'langium';
import type { CatalogueFile } from './catalogue-files.ts';
import { catalogueFilesOf } from './catalogue-files.ts';
import type { CheckedFile } from './checks/check-file.ts';
import { checkAmong, checkFile } from './checks/check-file.ts';
import { exemptionOf } from './checks/write-exemption.ts';
import type { ClauseCounts } from './clause-counts.ts';
import { countClauses } from './clause-counts.ts';
import { citationsOf, readHeader } from './document-header.ts';
import type { Editor } from './editor/editor.ts';
import { createEditor } from './editor/editor.ts';
import type { ExampleHeading } from './example-headings.ts';
import { exampleHeadings } from './example-headings.ts';
import type { LinkedFile, OpenFile } from './link-documents.ts';
import { linkDocuments, sameItems } from './link-documents.ts';
import { lowerDocument } from './lower/index.ts';
import { loweringMessages } from './messages/lowering-messages.ts';
import type { CheckCode } from './messages.ts';
import { findProse } from './prose.ts';
import { closureOf } from './references/closure.ts';
import type { FindScope } from './references/create-scope.ts';
import { createServices, parseText } from './services.ts';
import { spanOf } from './span-of.ts';
import type { DocumentHeader, TiaoliDocument } from './tiaoli-document.ts';

/** A text and where it comes from; the path is only a name here. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/**
 * What lowering gave, or why it could not: errors of the document or of one that it rests on. Warnings beside a module
 * name the documents that were left out of it.
 */
export interface Lowered {
  readonly module?: Module;
  readonly diagnostics: readonly Diagnostic[];
}

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
  /** The 豁免 that accepts a warning or a note; undefined for an error, and where none can be written. */
  exemption(finding: Diagnostic): Fix | undefined;
  /** How many clauses of that file hold rules; undefined when it is not open. */
  clauses(path: string): ClauseCounts | undefined;
  /** Ids of the documents that the one of that file names as its basis, as far as they are open. */
  basis(path: string): readonly string[];
  /** The examples that stand in that file, in the order of its text. */
  examples(path: string): readonly ExampleHeading[];
  /**
   * The IR of the document of that file, with all that it rests on and all that sets its parameters. The module stays the
   * same object until something changes that it is made of.
   */
  lower(path: string): Lowered;
  /**
   * The compiled document of a file that only rows of tables keep from being compiled: whoever needs such a row gets no
   * value. For analyses, which say who that is; never for calculators. Undefined where nothing, or more, is wrong.
   */
  lowerWithoutRows(path: string): Lowered | undefined;
  /** What an editor asks of the texts; its answers are always about the newest ones. */
  readonly editor: Editor;
}

/** The files as they were linked last, with what was worked out of them since. */
interface Linked {
  readonly files: ReadonlyMap<string, LinkedFile>;
  /** Documents in the order of their paths, by the root of their AST. */
  readonly documents: ReadonlyMap<AstNode, TiaoliDocument>;
  /** What each file says of itself and of what it rests on; kept while neither changes. */
  readonly checked: WeakMap<TiaoliDocument, CheckedFile>;
  /** What is found in each file among the others as they are. */
  readonly found: Map<string, readonly Diagnostic[]>;
  readonly lowered: Map<string, Lowered>;
  /** The same of files whose tables lack rows. */
  readonly withoutRows: Map<string, Lowered | undefined>;
  /** What was lowered last, whatever was linked then. */
  readonly modules: Map<string, LoweredClosure>;
}

/** What was lowered, and of what: it holds for as long as these are the same. */
interface LoweredClosure {
  readonly documents: readonly TiaoliDocument[];
  readonly leftOut: readonly TiaoliDocument[];
  readonly lowered: Lowered;
}

export function createLanguageWorkspace(): LanguageWorkspace {
  const files = new Map<string, OpenFile>();
  let linked = nothingLinked();
  const findScope: FindScope = (root) => linked.documents.get(root)?.scope;
  let services: LangiumCoreServices | undefined;
  let catalogues: ReadonlyMap<string, string> = new Map();

  return {
    update: async (changed, removed = []) => {
      const gone = removed.filter((path) => files.delete(path));
      const opened = changed.filter(({ path, text }) => files.get(path)?.text !== text);
      for (const source of opened) {
        services ??= createServices(findScope);
        const open = openSource(services, source);
        files.set(source.path, open);
        // An exception poisons Chevrotain's parser: the next text gets new services.
        if (open.syntax.some(({ code }) => code === 'parser-failure')) services = undefined;
      }
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
    findingsIn: (path) => {
      const each = linked.files.get(path);
      return each ? findingsOf(each, linked) : [];
    },
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
    lower: (path) => {
      const known = linked.lowered.get(path) ?? lowerPath(path, linked, catalogues);
      linked.lowered.set(path, known);
      return known;
    },
    lowerWithoutRows: (path) => {
      const { withoutRows } = linked;
      if (!withoutRows.has(path)) withoutRows.set(path, lowerLacking(path, linked, catalogues));
      return withoutRows.get(path);
    },
    editor: createEditor(() => linked.files),
  };
}

function nothingLinked(): Linked {
  return {
    files: new Map(),
    documents: new Map(),
    checked: new WeakMap(),
    found: new Map(),
    lowered: new Map(),
    withoutRows: new Map(),
    modules: new Map(),
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

function relink(files: readonly OpenFile[], before: Linked, findScope: FindScope): Linked {
  const linked = linkDocuments(files, before.files, findScope);
  const documents = [...linked.values()].map(({ document }) => document);
  const inOrder = documents.sort((left, right) => (left.path < right.path ? -1 : 1));
  return {
    files: linked,
    documents: new Map(inOrder.map((document) => [document.file, document])),
    checked: before.checked,
    found: new Map(),
    lowered: new Map(),
    withoutRows: new Map(),
    modules: new Map([...before.modules].filter(([path]) => linked.has(path))),
  };
}

function findingsOf(each: LinkedFile, linked: Linked): readonly Diagnostic[] {
  const { path } = each.open;
  const found = linked.found.get(path) ?? findIn(each, linked);
  linked.found.set(path, found);
  return found;
}

function findIn(each: LinkedFile, { files, checked }: Linked): readonly Diagnostic[] {
  const known = checked.get(each.document) ?? checkFile(each, files);
  checked.set(each.document, known);
  return sortDiagnostics([...each.open.syntax, ...checkAmong(known, files)]);
}

function errorsOf({ path }: TiaoliDocument, linked: Linked): readonly Diagnostic[] {
  const each = linked.files.get(path);
  return each ? findingsOf(each, linked).filter(({ severity }) => severity === 'error') : [];
}

function lowerPath(path: string, linked: Linked, catalogues: ReadonlyMap<string, string>): Lowered {
  const target = linked.files.get(path)?.document;
  if (target === undefined) return { diagnostics: [] };
  const all = [...linked.documents.values()];
  const errors = errorsBelow(target, linked);
  if (errors.length > 0) return { diagnostics: sortDiagnostics(errors) };
  const unsound = new Set<TiaoliDocument>();
  const isSound = (each: TiaoliDocument): boolean => {
    if (errorsBelow(each, linked).length === 0) return true;
    unsound.add(each);
    return false;
  };
  const documents = closureOf(target, all, isSound);
  const leftOut = [...unsound];
  const known = linked.modules.get(path);
  if (known && sameItems(known.documents, documents) && sameItems(known.leftOut, leftOut)) {
    return known.lowered;
  }
  const { module, diagnostics } = lowerDocument(target, documents, catalogues);
  const warnings = leftOut.map((each) => leftOutOverlay(target, each));
  const found = sortDiagnostics([...diagnostics, ...warnings]);
  const lowered = { ...(module && { module }), diagnostics: found };
  linked.modules.set(path, { documents, leftOut, lowered });
  return lowered;
}

/** Errors of a document and of all that it rests on. */
function errorsBelow(target: TiaoliDocument, linked: Linked): readonly Diagnostic[] {
  const below = new Set(target.scope.basis.map(({ file }) => file));
  const needed = [...linked.documents.values()].filter(
    (each) => each === target || below.has(each.file),
  );
  return needed.flatMap((each) => errorsOf(each, linked));
}

function lowerLacking(
  path: string,
  linked: Linked,
  catalogues: ReadonlyMap<string, string>,
): Lowered | undefined {
  const target = linked.files.get(path)?.document;
  const errors = target ? errorsBelow(target, linked) : [];
  if (!target || errors.length === 0 || !errors.every(lacksRows)) return undefined;
  const all = [...linked.documents.values()];
  const isSound = (each: TiaoliDocument): boolean => errorsBelow(each, linked).every(lacksRows);
  return lowerDocument(target, closureOf(target, all, isSound), catalogues);
}

/** True of the finding that a table has no row for somebody: what it means is clear all the same. */
export function lacksRows({ code }: Diagnostic): boolean {
  return code === ('missing-key' satisfies CheckCode);
}

/** Said of the document that is calculated without the other: there the results differ. */
function leftOutOverlay(target: TiaoliDocument, { header }: TiaoliDocument): Diagnostic {
  const there = { zh: '有错误的文件', en: 'the document with errors' };
  return diagnosticOf('left-out-overlay', loweringMessages['left-out-overlay'], {
    params: header,
    span: target.header.span,
    related: [{ message: there, span: header.span }],
  });
}

function notLowered(linked: Linked): Linked {
  return { ...linked, lowered: new Map(), withoutRows: new Map(), modules: new Map() };
}

function isSameMap(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  return left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
}
