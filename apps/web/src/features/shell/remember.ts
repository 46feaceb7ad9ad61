const YEAR = 365 * 24 * 60 * 60;

/** Keeps a choice of the reader's for a year, where the server sees it with the next page. */
export function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser of an office
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}
