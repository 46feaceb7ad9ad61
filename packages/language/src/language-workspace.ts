import type { Diagnostic } from '@tiaoli/base';
import { sortDiagnostics } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';
import type { AstNode, LangiumCoreServices } from 'langium';
import { checkDocument } from './checks/check-document.ts';
import { citationsOf, readHeader } from './document-header.ts';
import type { LinkedFile, OpenFile } from './link-documents.ts';
import { linkDocuments } from './link-documents.ts';
import { lowerDocument } from './lower/index.ts';
import { closureOf } from './references/closure.ts';
import { createServices, parseText } from './services.ts';
import { spanOf } from './span-of.ts';
import type { DocumentHeader, TiaoliDocument } from './tiaoli-document.ts';

/** A text and where it comes from; the path is only a name here. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What lowering gave, or why it could not: errors of the document or of one that it rests on. */
export interface Lowered {
  readonly module?: Module;
  readonly diagnostics: readonly Diagnostic[];
}

/** Documents that are open together, with what their names mean. Nothing here throws for a mistake in a text. */
export interface LanguageWorkspace {
  update(changed: readonly Source[], removed?: readonly string[]): Promise<void>;
  /** One row per file, by path. */
  documents(): readonly DocumentHeader[];
  /** Findings of all files, by file, position and code. */
  findings(): readonly Diagnostic[];
  /** The IR of the document of that file, with all that it rests on and all that sets its parameters. */
  lower(path: string): Lowered;
}

export function createLanguageWorkspace(): LanguageWorkspace {
  const files = new Map<string, OpenFile>();
  const findings = new WeakMap<TiaoliDocument, readonly Diagnostic[]>();
  let linked: ReadonlyMap<string, LinkedFile> = new Map();
  let byRoot: ReadonlyMap<AstNode, TiaoliDocument> = new Map();
  let lowered = new Map<string, Lowered>();
  let services: LangiumCoreServices | undefined;

  return {
    update: async (changed, removed = []) => {
      const gone = removed.filter((path) => files.delete(path));
      const opened = changed.filter(({ path, text }) => files.get(path)?.text !== text);
      for (const source of opened) files.set(source.path, open(source));
      if (gone.length + opened.length > 0) relink();
    },
    documents: () => inOrder().map(({ open: { header } }) => header),
    findings: () => sortDiagnostics(inOrder().flatMap(findingsOf)),
    lower: (path) => {
      const known = lowered.get(path) ?? lowerPath(path);
      lowered.set(path, known);
      return known;
    },
  };

  function open({ path, text }: Source): OpenFile {
    services ??= createServices((root) => byRoot.get(root)?.scope);
    const { ast, findings: syntax } = parseText(services, path, text);
    // An exception poisons Chevrotain's parser: the next text gets new services.
    if (syntax.some(({ code }) => code === 'parser-failure')) services = undefined;
    return {
      path,
      text,
      file: ast,
      header: readHeader(ast, path, spanOf(ast.document ?? ast)),
      citations: citationsOf(ast),
      syntax,
    };
  }

  function relink(): void {
    linked = linkDocuments([...files.values()], linked, (root) => byRoot.get(root)?.scope);
    byRoot = new Map([...linked.values()].map(({ document }) => [document.file, document]));
    lowered = new Map();
  }

  function inOrder(): readonly LinkedFile[] {
    return [...linked.values()].sort(({ open: a }, { open: b }) => (a.path < b.path ? -1 : 1));
  }

  function findingsOf(each: LinkedFile): readonly Diagnostic[] {
    const known = findings.get(each.document) ?? [
      ...each.open.syntax,
      ...checkDocument(each, linked),
    ];
    findings.set(each.document, known);
    return known;
  }

  function errorsOf(path: string): readonly Diagnostic[] {
    const each = linked.get(path);
    return each ? findingsOf(each).filter(({ severity }) => severity === 'error') : [];
  }

  function lowerPath(path: string): Lowered {
    const target = linked.get(path)?.document;
    if (target === undefined) return { diagnostics: [] };
    const all = [...linked.values()].map(({ document }) => document);
    const below = new Set(target.scope.basis.map(({ file }) => file));
    const needed = all.filter((each) => each === target || below.has(each.file));
    const errors = needed.flatMap((each) => errorsOf(each.path));
    if (errors.length > 0) return { diagnostics: sortDiagnostics(errors) };
    const isSound = (each: TiaoliDocument): boolean => errorsOf(each.path).length === 0;
    return lowerDocument(target, closureOf(target, all, isSound));
  }
}
