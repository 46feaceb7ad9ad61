import { readdirSync } from 'node:fs';

/** The documents of a folder and of the folders in it, in order, with `/` between names. */
export function policyFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tiaoli'))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}
