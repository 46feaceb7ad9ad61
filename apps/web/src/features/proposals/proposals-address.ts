export function proposalHref(id: string): string {
  return `/proposals/${encodeURIComponent(id)}`;
}
