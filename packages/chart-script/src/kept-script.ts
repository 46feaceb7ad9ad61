import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A script, and the files that it was made of: it holds for as long as each of them says the same. */
interface KeptScript {
  /** Paths below the root of the repository. */
  readonly inputs: readonly string[];
  /** SHA-256 of those files, in that order. */
  readonly hash: string;
  readonly script: string;
}

/** What was kept in `path`; undefined where there is nothing, or where a file of it has changed. */
export async function keptScript(path: string, root: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const kept = readKept(text);
  return kept && hashOf(root, kept.inputs) === kept.hash ? kept.script : undefined;
}

/** A folder that cannot be written only costs the time of bundling again. */
export async function keepScript(
  path: string,
  root: string,
  { inputs, script }: Pick<KeptScript, 'inputs' | 'script'>,
): Promise<void> {
  const hash = hashOf(root, inputs);
  if (hash === undefined) return;
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const kept: KeptScript = { inputs, hash, script };
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, JSON.stringify(kept));
    await rename(draft, path);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** Undefined where one of the files is no more. */
function hashOf(root: string, paths: readonly string[]): string | undefined {
  const hash = createHash('sha256');
  try {
    for (const path of paths) {
      const bytes = readFileSync(join(root, path));
      hash.update(`${path}\0${bytes.length}\0`).update(bytes);
    }
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

function readKept(text: string): KeptScript | undefined {
  try {
    const { inputs, hash, script } = JSON.parse(text) as Partial<KeptScript>;
    const isWhole = Array.isArray(inputs) && inputs.length > 0 && hash && script;
    return isWhole ? { inputs, hash, script } : undefined;
  } catch {
    return undefined;
  }
}
