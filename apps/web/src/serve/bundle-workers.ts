import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { webFolder } from './web-folder.ts';

/** The workers by their names under `/workers/`, with their entries. Where the pages are built, the editor is not installed. */
function entries(): Readonly<Record<string, string>> {
  return {
    language: join(webFolder, 'src/workers/language-worker.ts'),
    editor: createRequire(import.meta.url).resolve('monaco-editor/editor/editor.worker.js'),
  };
}

/** Bundles each worker into one file of `public/workers`. They run without eval, as the pages do. */
export async function bundleWorkers(): Promise<void> {
  const folder = join(webFolder, 'public/workers');
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: Object.entries(entries()).map(([out, input]) => ({ in: input, out })),
    outdir: folder,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    legalComments: 'linked',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
}
