import { invalidRequest, revisionMissing } from './problems.ts';

/** The ETag of a draft in its newest revision. */
export function tagOf(revision: number): string {
  return `"${revision}"`;
}

/** More than a column of the database holds is no revision. */
const MOST_REVISION = 2 ** 31 - 2;

/** The revision that a request was made from; unwinds with a problem where it names none. */
export function revisionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw revisionMissing();
  const [, digits] = /^"([1-9]\d{0,9})"$/.exec(ifMatch.trim()) ?? [];
  const revision = Number(digits);
  if (digits !== undefined && revision <= MOST_REVISION) return revision;
  throw invalidRequest('If-Match', 'the value of ETag, such as "3"');
}
