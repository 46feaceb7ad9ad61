import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { programs, repository } from './repository.ts';

/** A package that a file of ours imports. */
export interface ImportedPackage {
  readonly name: string;
  /** The folder of the file, from which it is found. */
  readonly from: string;
}

/** Every package of others that the programs can come to import, at once or later. Throws where a file is not there. */
export async function traceImports(): Promise<readonly ImportedPackage[]> {
  const found = new Map<string, ImportedPackage>();
  const collect: Plugin = {
    name: 'collect',
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point' || path.startsWith('@tiaoli/')) return undefined;
        if (!path.startsWith('node:')) {
          const name = packageOf(path);
          const from = dirname(importer);
          found.set(`${name} ${from}`, { name, from });
        }
        return { path, external: true };
      });
    },
  };
  await build({
    absWorkingDir: repository,
    entryPoints: [...programs],
    ...{ bundle: true, write: false, outdir: 'dist', platform: 'node', format: 'esm' },
    ...{ logLevel: 'silent', plugins: [collect] },
  });
  return [...found.values()];
}

/** `@scope/name/deep/file.js` is of `@scope/name`. */
function packageOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}
