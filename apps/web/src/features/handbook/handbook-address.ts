/** The first page, which stands at `/handbook` as well. */
export const firstPage = 'what-it-is';

/** Where a page of the handbook stands. */
export function handbookHref(page: string, anchor?: string): string {
  const path = page === firstPage ? '/handbook' : `/handbook/${page}`;
  return anchor === undefined ? path : `${path}#${anchor}`;
}

/** Where a code of a finding is explained. */
export function findingHref(code: string): string {
  return handbookHref('findings', code);
}
