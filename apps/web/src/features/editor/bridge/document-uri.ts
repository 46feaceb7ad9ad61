const scheme = 'tiaoli:///';

/** `policies/甲.tiaoli` as a URI of the language server. */
export function uriOf(path: string): string {
  return scheme + path.split('/').map(encodeURIComponent).join('/');
}

/** The path of a URI, however it is encoded; undefined for one of another scheme. */
export function pathOf(uri: string): string | undefined {
  const [, rest] = /^tiaoli:\/*(.*)$/.exec(uri) ?? [];
  if (rest === undefined) return undefined;
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}
