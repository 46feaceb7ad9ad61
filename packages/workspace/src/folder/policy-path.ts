/** A name that every file system takes: no marks of paths, drives or patterns, nothing that cannot be seen. */
const plainName = /^[^\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+$/u;

/** Most file systems take names of 255 bytes, and paths of about 4000. */
const MOST_NAME_BYTES = 255;
const MOST_PATH_BYTES = 1024;

/**
 * True for the path of a policy in the folder `folder`: `policies/shandong/taian/assistance.tiaoli`.
 *
 * Such a path cannot lead out of the folder: it is relative, has forward slashes only, and no part of it begins with a
 * point, which also keeps hidden files away.
 */
export function isPolicyPath(path: string, folder: string): boolean {
  return isPathIn(path, folder, '.tiaoli');
}

/** The same for the rows of a catalogue: `policies/patterns/drugs.csv`. */
export function isCataloguePath(path: string, folder: string): boolean {
  return isPathIn(path, folder, '.csv');
}

function isPathIn(path: string, folder: string, ending: string): boolean {
  if (!path.startsWith(`${folder}/`) || !path.endsWith(ending)) return false;
  const parts = path.slice(folder.length + 1).split('/');
  return bytesOf(path) <= MOST_PATH_BYTES && parts.every(isName);
}

function isName(part: string): boolean {
  return (
    plainName.test(part) &&
    !part.startsWith('.') &&
    part.trim() === part &&
    part !== 'node_modules' &&
    bytesOf(part) <= MOST_NAME_BYTES
  );
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
