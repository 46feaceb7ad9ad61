import type { Diagnostic } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';
import type { LanguageWorkspace } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';
import { preludePath, preludeText } from './generate/prelude.ts';

/** Where generated documents are opened, one after the other, beside the common document. */
export interface Bench {
  /** The module of the documents; the first is the one asked for. They are closed again when the next are opened. */
  open(texts: readonly string[]): Promise<OpenedPolicy>;
}

export interface OpenedPolicy {
  readonly module?: Module;
  /** Why the front end refused it. */
  readonly errors: readonly Diagnostic[];
}

export async function createBench(): Promise<Bench> {
  const workspace = createLanguageWorkspace();
  await workspace.update([{ path: preludePath, text: preludeText }]);
  let opened = 0;
  let last: readonly string[] = [];
  return {
    open: async (texts) => {
      opened += 1;
      const sources = texts.map((text, index) => ({
        path: `conformance/p${opened}-${index}.tiaoli`,
        text,
      }));
      await workspace.update(sources, last);
      last = sources.map(({ path }) => path);
      return lowered(workspace, last[0] ?? '');
    },
  };
}

function lowered(workspace: LanguageWorkspace, path: string): OpenedPolicy {
  const errors = workspace.findings().filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { errors };
  const { module, diagnostics } = workspace.lower(path);
  return {
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
    ...(module && { module }),
  };
}
