export function draftHref(id: string): string {
  return `/drafts/${encodeURIComponent(id)}`;
}
