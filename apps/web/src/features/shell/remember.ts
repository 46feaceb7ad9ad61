const YEAR = 365 * 24 * 60 * 60;

/** A choice of the reader's, kept for a year, as a cookie is written in the page and by the server. */
export function cookieOf(name: string, value: string): string {
  return `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}

/** Keeps a choice of the reader's where the server sees it with the next page. */
export function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser of an office
  document.cookie = cookieOf(name, value);
}
