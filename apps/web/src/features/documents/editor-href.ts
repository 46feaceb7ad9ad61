/** Where a document is edited; its path is `policies/…`. */
export function editorHref(path: string, line?: number): string {
  const address = `/editor/${path.split('/').map(encodeURIComponent).join('/')}`;
  return line === undefined ? address : `${address}?line=${line}`;
}
