import type { Diagnostic } from '@tiaoli/base';
import { hashOfText, loadRows } from '@tiaoli/catalogue';
import type { CatalogueRows, Module } from '@tiaoli/ir';
import type { LanguageWorkspace } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';
import { preludePath, preludeText } from './generate/prelude.ts';

/** Where generated documents are opened, one after the other, beside the common document. */
export interface Bench {
  /** The module of the documents; the first is the one asked for. They are closed again when the next are opened. */
  open(texts: readonly string[], files?: ReadonlyMap<string, string>): Promise<OpenedPolicy>;
}

export interface OpenedPolicy {
  readonly module?: Module;
  /** Rows by the hash of what they say. */
  readonly catalogues: ReadonlyMap<string, CatalogueRows>;
  /** Why the front end refused it. */
  readonly errors: readonly Diagnostic[];
}

export async function createBench(): Promise<Bench> {
  const workspace = createLanguageWorkspace();
  await workspace.update([{ path: preludePath, text: preludeText }]);
  let opened = 0;
  let last: readonly string[] = [];
  return {
    open: async (texts, files = new Map()) => {
      opened += 1;
      const sources = texts.map((text, index) => ({
        path: `conformance/p${opened}-${index}.tiaoli`,
        text,
      }));
      await workspace.update(sources, last);
      last = sources.map(({ path }) => path);
      const rows = await readRows(workspace, files);
      if (rows.errors.length > 0) return rows;
      return { ...lowered(workspace, last[0] ?? ''), catalogues: rows.catalogues };
    },
  };
}

/** Reads the files that the documents name, and tells the workspace what they hold. */
async function readRows(
  workspace: LanguageWorkspace,
  files: ReadonlyMap<string, string>,
): Promise<Pick<OpenedPolicy, 'catalogues' | 'errors'>> {
  const catalogues = new Map<string, CatalogueRows>();
  const hashes = new Map<string, string>();
  const errors: Diagnostic[] = [];
  for (const { path, schema, membersOf, contentOf } of workspace.catalogueFiles()) {
    const text = files.get(path.slice(path.lastIndexOf('/') + 1));
    if (text === undefined) continue;
    const hash = await hashOfText(text);
    const { table, findings } = loadRows(text, schema, { path, membersOf });
    hashes.set(path, hash);
    if (table) catalogues.set(contentOf(hash), table);
    errors.push(...findings);
  }
  workspace.setCatalogues(hashes);
  return { catalogues, errors };
}

function lowered(workspace: LanguageWorkspace, path: string): Omit<OpenedPolicy, 'catalogues'> {
  const errors = workspace.findings().filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { errors };
  const { module, diagnostics } = workspace.lower(path);
  return {
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
    ...(module && { module }),
  };
}
