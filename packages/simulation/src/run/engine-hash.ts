import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Before the hash of the program where a Spark settled the claims: it chooses no cases, so the result is another. */
export const SPARK_ENGINE = 'spark:';

export function isOnSpark({
  identity,
}: {
  readonly identity: { readonly engine: string };
}): boolean {
  return identity.engine.startsWith(SPARK_ENGINE);
}

/** Packages whose code decides what a run comes to. */
const packages = ['base', 'ir', 'interpreter', 'compiler', 'simulation'] as const;

/** SHA-256 of the sources of what settles and adds up: another program may give another result. */
export async function engineHash(): Promise<string> {
  const root = join(import.meta.dirname, '..', '..', '..');
  const hash = createHash('sha256');
  for (const name of packages) {
    const folder = join(root, name, 'src');
    const files = await readdir(folder, { recursive: true });
    for (const file of files.filter(isSource).toSorted()) {
      hash
        .update(`${name}/${file.replaceAll('\\', '/')}\0`)
        .update(await readFile(join(folder, file)));
    }
  }
  return hash.digest('hex');
}

function isSource(file: string): boolean {
  return /\.(ts|json|py)$/.test(file) && !file.endsWith('.test.ts');
}
