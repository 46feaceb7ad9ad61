import { encodePath } from '../sources/source-api.ts';

const prefix = '/editor/';

/** The path of the document that an address opens. */
export function pathOfAddress(pathname: string): string {
  const rest = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : '';
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}

export function addressOf(path: string): string {
  return prefix + encodePath(path);
}

/** The line that an address asks for, counted from 1. */
export function lineOfSearch(line: string | null): number | undefined {
  return line !== null && /^[1-9]\d{0,6}$/.test(line) ? Number(line) : undefined;
}
