import type { ClauseCounts } from '@tiaoli/language';
import { headersOf } from '@tiaoli/language';
import type { Policies } from './open-policies.ts';

/** How much of the text of one file is encoded. */
export interface ClauseCoverage {
  readonly file: string;
  /** Id of the document. */
  readonly document: string;
  readonly title: string;
  readonly clauses: ClauseCounts;
  /** Clauses that are not encoded, in the order of the text, each with the author's reason. */
  readonly notEncoded: readonly NotEncodedClause[];
}

export interface NotEncodedClause {
  /** `「预警监测」`, nested ones joined by a space. */
  readonly clause: string;
  readonly status: 'uncoded' | 'inexpressible';
  readonly reason: string;
  readonly line: number;
}

/** One row per file that is wanted, in the order of its document; files without clauses too. */
export function clauseCoverage(
  policies: Policies,
  only: (path: string) => boolean = () => true,
): readonly ClauseCoverage[] {
  return headersOf(policies.language).flatMap(({ path, id, title }) => {
    const clauses = only(path) ? policies.language.clauses(path) : undefined;
    return clauses
      ? [{ file: path, document: id, title, clauses, notEncoded: notEncodedIn(policies, path) }]
      : [];
  });
}

function notEncodedIn({ language }: Policies, path: string): readonly NotEncodedClause[] {
  return language.editor
    .clauses(path)
    .flatMap(({ name, status, reason = '', span }) =>
      status === 'uncoded' || status === 'inexpressible'
        ? [{ clause: name, status, reason, line: span.start.line }]
        : [],
    );
}
