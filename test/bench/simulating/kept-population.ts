import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const kept = join(root, 'node_modules/.cache/tiaoli/populations');

/** What decides the people and their claims. */
const makers = [
  ...['generate', 'random', 'table', 'columnar'].map((name) =>
    join('packages/simulation/src', name),
  ),
  'packages/compiler/src/backends/wasm',
  'policies/national',
];

/** Where a population is kept that takes minutes to make; others of its size, made by other code, are taken away. */
export function populationFolder(preset: string): {
  readonly folder: string;
  readonly isThere: boolean;
} {
  const name = `${preset}-${hashOfMakers().slice(0, 16)}`;
  mkdirSync(kept, { recursive: true });
  for (const other of readdirSync(kept)) {
    if (other.startsWith(`${preset}-`) && other !== name) {
      rmSync(join(kept, other), { recursive: true });
    }
  }
  const folder = join(kept, name);
  return { folder, isThere: existsSync(folder) };
}

function hashOfMakers(): string {
  const hash = createHash('sha256');
  for (const folder of makers) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.toSorted()) {
      if (!/\.(ts|tiaoli|json|csv)$/.test(file) || file.endsWith('.test.ts')) continue;
      hash.update(`${folder}/${file}\0`).update(readFileSync(join(root, folder, file)));
    }
  }
  return hash.digest('hex');
}
