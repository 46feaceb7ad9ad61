/** The history of a document, or one version of it. */
export function documentHref(documentId: string, versionId?: string): string {
  const search = versionId === undefined ? '' : `?${new URLSearchParams({ version: versionId })}`;
  return `/versions/${encodeURIComponent(documentId)}${search}`;
}
