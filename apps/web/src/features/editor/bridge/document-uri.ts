/** Models of the folder and those of a draft have schemes of their own, so that two pages may have a document of one path. */
export type ModelScheme = 'tiaoli' | 'tiaoli-draft';

/** `policies/甲.tiaoli` as a URI of the language server. */
export function uriOf(path: string): string {
  return modelUriOf('tiaoli', path);
}

/** The URI of the model that shows a document. */
export function modelUriOf(scheme: ModelScheme, path: string): string {
  return `${scheme}:///${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The path of a URI, however it is encoded; undefined for one of another scheme. */
export function pathOf(uri: string): string | undefined {
  const [, rest] = /^tiaoli(?:-draft)?:\/*(.*)$/.exec(uri) ?? [];
  if (rest === undefined) return undefined;
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}
