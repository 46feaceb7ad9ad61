import type { Diagnostic } from '@tiaoli/base';
import { sortDiagnostics } from '@tiaoli/base';
import type { AstNode } from 'langium';
import type { CheckedFile } from './checks/check-file.ts';
import { checkAmong, checkFile } from './checks/check-file.ts';
import type { LinkedFile, OpenFile } from './link-documents.ts';
import { linkDocuments } from './link-documents.ts';
import type { Closure, Lowered, LoweredStretch } from './lowered.ts';
import type { FindScope } from './references/create-scope.ts';
import type { TiaoliDocument } from './tiaoli-document.ts';

/** The files as they were linked last, with what was worked out of them since. */
export interface Linked {
  readonly files: ReadonlyMap<string, LinkedFile>;
  /** Documents in the order of their paths, by the root of their AST. */
  readonly documents: ReadonlyMap<AstNode, TiaoliDocument>;
  /** What each file says of itself and of what it rests on; kept while neither changes. */
  readonly checked: WeakMap<TiaoliDocument, CheckedFile>;
  /** What is found in each file among the others as they are. */
  readonly found: Map<string, readonly Diagnostic[]>;
  /** What the files are made of. */
  readonly closures: Map<string, Closure>;
  /** What files whose tables lack rows are lowered to. */
  readonly withoutRows: Map<string, Lowered | undefined>;
  /** What was lowered last of each stretch of each file, whatever was linked then. */
  readonly modules: Map<string, readonly LoweredStretch[]>;
}

export function nothingLinked(): Linked {
  return {
    files: new Map(),
    documents: new Map(),
    checked: new WeakMap(),
    found: new Map(),
    closures: new Map(),
    withoutRows: new Map(),
    modules: new Map(),
  };
}

export function relink(files: readonly OpenFile[], before: Linked, findScope: FindScope): Linked {
  const linked = linkDocuments(files, before.files, findScope);
  const documents = [...linked.values()].map(({ document }) => document);
  const inOrder = documents.sort((left, right) => (left.path < right.path ? -1 : 1));
  return {
    files: linked,
    documents: new Map(inOrder.map((document) => [document.file, document])),
    checked: before.checked,
    found: new Map(),
    closures: new Map(),
    withoutRows: new Map(),
    modules: new Map([...before.modules].filter(([path]) => linked.has(path))),
  };
}

/** Everything that is found in a file beside the others. */
export function findingsOf(each: LinkedFile, linked: Linked): readonly Diagnostic[] {
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

export function errorsOf({ path }: TiaoliDocument, linked: Linked): readonly Diagnostic[] {
  const each = linked.files.get(path);
  return each ? findingsOf(each, linked).filter(({ severity }) => severity === 'error') : [];
}

/** The same files with nothing lowered. */
export function notLowered(linked: Linked): Linked {
  return { ...linked, closures: new Map(), withoutRows: new Map(), modules: new Map() };
}
