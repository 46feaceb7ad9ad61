import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** What makes rules of a text. */
const sources = [
  ...['base', 'ir', 'calendar', 'catalogue', 'interpreter', 'language', 'compiler'],
  ...['diff', 'settlement', 'workspace', 'simulation'],
].map((name) => join('packages', name, 'src'));

const parsers = ['langium', 'chevrotain'].map((name) => join('node_modules', name, 'package.json'));

/** SHA-256 of the program that makes rules of a text: another one may make others. Undefined where it is not there whole. */
export function programHash(): string | undefined {
  const hash = createHash('sha256');
  try {
    for (const folder of [...sources, join('apps', 'cli', 'src')]) {
      const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
      for (const file of files.filter((name) => /\.(ts|json)$/.test(name)).toSorted()) {
        hash.update(`${folder}/${file}\0`).update(readFileSync(join(root, folder, file)));
      }
    }
    for (const path of parsers) hash.update(readFileSync(join(root, path)));
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}
