import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@tiaoli/base';
import type { ExampleResult, SourceFolder } from '@tiaoli/workspace';
import { checkStatements, openPolicies, runExamples } from '@tiaoli/workspace';

const common = 'national/common.tiaoli';
const policies = join(import.meta.dirname, '../../../policies');

/** What the product says of documents and files that lie in one folder beside the nation’s common words. */
export interface CompiledPage {
  readonly findings: readonly Diagnostic[];
  readonly examples: readonly ExampleResult[];
}

/** Compiles the documents and runs their examples, over the interpreter and the generated calculator. */
export async function compilePage(
  texts: readonly string[],
  files: ReadonlyMap<string, string> = new Map(),
): Promise<CompiledPage> {
  const folder = inMemory(texts, files);
  const opened = await openPolicies(folder);
  const own = (path: string): boolean => path !== common;
  const run = runExamples(opened, own);
  return {
    findings: [...checkStatements(opened, own), ...run.diagnostics],
    examples: run.examples,
  };
}

function inMemory(texts: readonly string[], files: ReadonlyMap<string, string>): SourceFolder {
  const sources = new Map([
    [common, readFileSync(join(policies, common), 'utf8')],
    ...texts.map((text, at) => [`handbook/${at + 1}.tiaoli`, text] as const),
  ]);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return {
    list: async () => [...sources.keys()].sort(),
    library: async () => [],
    read: async (path) => bytes(sources.get(path) ?? ''),
    findBeside: async (path) => {
      const text = files.get(path.split('/').at(-1) ?? '');
      return text === undefined ? undefined : bytes(text);
    },
    write: async () => undefined,
  };
}
