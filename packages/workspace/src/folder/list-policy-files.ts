import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * The policies below `folder`, however deep, as full paths in ascending order. Links are not followed, and what lies in
 * hidden folders or among packages is left out. Throws what the file system throws.
 */
export async function listPolicyFiles(
  folder: string,
  { deep = true }: { readonly deep?: boolean } = {},
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: deep, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tiaoli'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.slice(folder.length).split(sep).some(isLeftOut))
    .sort();
}

function isLeftOut(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}
