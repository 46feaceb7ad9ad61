import type { Diagnostic } from '@tiaoli/base';
import type { Citation, File } from './generated/ast.ts';
import { transitiveBasis } from './references/closure.ts';
import type { FindScope } from './references/create-scope.ts';
import { createScope } from './references/create-scope.ts';
import { collectNames } from './references/declared-names.ts';
import type { DocumentRegistry } from './references/document-registry.ts';
import { createRegistry } from './references/document-registry.ts';
import type { DeclaredNames } from './references/document-scope.ts';
import type { DocumentHeader, TiaoliDocument } from './tiaoli-document.ts';

/** What is kept of one file for as long as its text does not change. */
export interface OpenFile {
  readonly path: string;
  readonly text: string;
  readonly file: File;
  readonly header: DocumentHeader;
  /** Where it names other documents. */
  readonly citations: readonly Citation[];
  /** What is wrong with its surface. */
  readonly syntax: readonly Diagnostic[];
}

/** What follows from a file and from those that it rests on. */
export interface LinkedFile {
  readonly open: OpenFile;
  readonly document: TiaoliDocument;
  readonly names: DeclaredNames;
  readonly basisNames: readonly DeclaredNames[];
  readonly registry: DocumentRegistry;
}

/**
 * Links every file to those that it rests on; what is unchanged in `before`, with all below it, is kept as it is.
 *
 * INVARIANT: a kept file has the same basis, by identity of the names, as when it was linked; so its scope is right.
 */
export function linkDocuments(
  files: readonly OpenFile[],
  before: ReadonlyMap<string, LinkedFile>,
  findScope: FindScope,
): ReadonlyMap<string, LinkedFile> {
  const registry = createRegistry(files.map(({ header }) => header));
  const basisIds = new Map(files.map((each) => [each.path, basisOf(each, registry)]));
  const filesById = Map.groupBy(files, ({ header }) => header.id);
  const names = new Map(
    files.map((each) => {
      const known = before.get(each.path);
      const kept = known?.open === each && sameItems(known.document.basis, basisIds.get(each.path));
      return [each.path, kept ? known.names : namesOf(each, registry)];
    }),
  );
  const graph = {
    basisOf: (id: string) =>
      (filesById.get(id) ?? []).flatMap(({ path }) => basisIds.get(path) ?? []),
  };
  const link = (open: OpenFile): LinkedFile => {
    const direct = basisIds.get(open.path) ?? [];
    const ids = new Set([...direct, ...transitiveBasis(direct, graph)]);
    const below = [...ids].flatMap((id) => filesById.get(id) ?? []);
    const basisNames = below
      .filter(({ header }) => header.id !== open.header.id)
      .flatMap(({ path }) => names.get(path) ?? []);
    const own = names.get(open.path) ?? namesOf(open, registry);
    const known = before.get(open.path);
    if (known?.names === own && sameItems(known.basisNames, basisNames)) {
      return { ...known, registry };
    }
    const { header, file, path } = open;
    const scope = createScope(own, basisNames, findScope);
    const document = { id: header.id, path, file, header, basis: direct, scope };
    return { open, document, names: own, basisNames, registry };
  };
  return new Map(files.map((open) => [open.path, link(open)]));
}

function basisOf({ citations, header }: OpenFile, registry: DocumentRegistry): readonly string[] {
  const ids = citations.flatMap((citation) => registry.find(citation) ?? []);
  return [...new Set(ids)].filter((id) => id !== header.id);
}

function namesOf({ file, header }: OpenFile, registry: DocumentRegistry): DeclaredNames {
  return collectNames(file, header.id, (citation) => registry.find(citation));
}

/** True when both hold the same objects in the same order. */
export function sameItems(
  left: readonly unknown[],
  right: readonly unknown[] | undefined,
): boolean {
  return left.length === right?.length && left.every((item, index) => item === right[index]);
}
