import { nodesOf } from './ast-nodes.ts';
import type { Article, File } from './generated/ast.ts';
import { isArticle, isInexpressible } from './generated/ast.ts';

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

function kindOf(article: Article): Kind | undefined {
  const { status } = clauseStatus(article);
  const isHolder = status === 'rules' && article.body.every((element) => isArticle(element));
  return isHolder ? undefined : status;
}

export interface ClauseStatus {
  readonly status: Kind;
  /** Why it holds no rules, where the author says so. */
  readonly reason?: string;
}

/** Whether a clause holds rules, and why not: as it is marked, or because all that it says is 无法表达. */
export function clauseStatus({ status, body }: Article): ClauseStatus {
  switch (status?.$type) {
    case 'Informational':
      return { status: 'note' };
    case 'Uncoded':
      return { status: 'uncoded', reason: status.reason };
    case 'InexpressibleClause':
      return { status: 'inexpressible', reason: status.reason };
    default:
      break;
  }
  const own = body.filter((element) => !isArticle(element));
  const said = own.filter(isInexpressible);
  if (own.length === 0 || said.length < own.length) return { status: 'rules' };
  return {
    status: 'inexpressible',
    reason: said.map(({ text, reason }) => reason ?? text).join('；'),
  };
}
