import { nodesOf } from './ast-nodes.ts';
import type { Article, File } from './generated/ast.ts';
import { isArticle } from './generated/ast.ts';

/** How many clauses of a document hold rules, and why the others do not (language decision 11). */
export interface ClauseCounts {
  /** The sum of the others. */
  readonly total: number;
  readonly rules: number;
  /** 说明: nothing to encode. */
  readonly note: number;
  /** 未编码: not yet encoded. */
  readonly uncoded: number;
  /** 无法表达: the language cannot say it. */
  readonly inexpressible: number;
}

type Kind = Exclude<keyof ClauseCounts, 'total'>;

/** Counts 条, 款 and 项 that say something themselves; one that only holds others is counted by those. */
export function countClauses(file: File): ClauseCounts {
  const counts = { total: 0, rules: 0, note: 0, uncoded: 0, inexpressible: 0 };
  for (const article of nodesOf(file).filter(isArticle)) {
    const kind = kindOf(article);
    if (kind === undefined) continue;
    counts[kind] += 1;
    counts.total += 1;
  }
  return counts;
}

function kindOf({ status, body }: Article): Kind | undefined {
  switch (status?.$type) {
    case 'Informational':
      return 'note';
    case 'Uncoded':
      return 'uncoded';
    case 'InexpressibleClause':
      return 'inexpressible';
    default:
      break;
  }
  const own = body.filter((element) => !isArticle(element));
  if (own.length === 0) return undefined;
  return own.every(({ $type }) => $type === 'Inexpressible') ? 'inexpressible' : 'rules';
}
