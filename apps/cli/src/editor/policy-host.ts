import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SourceHost, SourceText } from '@tiaoli/language-server';
import { decodeText } from '@tiaoli/workspace';
import { defaultPolicies } from '../files/policy-files.ts';

/** Folders looked into at most: an editor may be opened on all of a disk. */
const MOST_FOLDERS = 5000;

/** The policies of the folders that an editor has open: `policies` below the folder, or else all of the folder. */
export const policyHost: SourceHost = {
  readFolder: async (uri) => {
    const folder = pathOf(uri);
    if (folder === undefined) return [];
    const policies = join(folder, defaultPolicies);
    const paths = await policyPaths((await isFolder(policies)) ? policies : folder);
    return (await Promise.all(paths.map(readPolicy))).flat();
  },
  readFile: async (uri) => {
    const path = pathOf(uri);
    return path === undefined ? undefined : await readText(path);
  },
};

/** Undefined for what is not on this disk. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

/** Every policy below, however deep; links, hidden folders and those of packages are not followed. */
async function policyPaths(folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  const folders = [folder];
  for (const [index, each] of folders.entries()) {
    if (index >= MOST_FOLDERS) break;
    const entries = await readdir(each, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(each, entry.name);
      if (entry.isFile() && entry.name.endsWith('.tiaoli')) paths.push(path);
      else if (entry.isDirectory() && isSearched(entry.name)) folders.push(path);
    }
  }
  return paths.sort();
}

function isSearched(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

async function readPolicy(path: string): Promise<readonly SourceText[]> {
  const text = await readText(path);
  return text === undefined ? [] : [{ uri: pathToFileURL(path).href, text }];
}

async function readText(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && decodeText(bytes);
}
