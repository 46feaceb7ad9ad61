/**
 * The path of the file of a 目录, which is counted from the folder of its document; undefined for one that is no relative
 * path of a CSV or leads out of that folder.
 */
export function cataloguePath(document: string, file: string): string | undefined {
  const parts = file.split('/');
  if (!file.endsWith('.csv') || !parts.every(isPlain)) return undefined;
  const folder = document.slice(0, Math.max(0, document.lastIndexOf('/') + 1));
  return `${folder}${file}`;
}

/** No marks of paths, drives or patterns, nothing hidden, nothing that cannot be seen. */
function isPlain(part: string): boolean {
  return /^[^\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+$/u.test(part) && !part.startsWith('.');
}
