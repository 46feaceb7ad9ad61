import type { ClauseDeclaration } from '@tiaoli/ir';

/** A clause with those in it, in the order of the text. */
export interface ClauseNode {
  /** The last part of its path. */
  readonly name: string;
  /** Undefined for one that is named by those in it alone. */
  readonly clause?: ClauseDeclaration;
  readonly inner: readonly ClauseNode[];
}

/** Clauses nested by their paths. */
export function clauseTree(
  clauses: readonly ClauseDeclaration[],
  depth = 0,
): readonly ClauseNode[] {
  const inOrder = clauses.toSorted(
    (left, right) => left.span.start.offset - right.span.start.offset,
  );
  const groups = Map.groupBy(inOrder, ({ path }) => path[depth] ?? '');
  return [...groups].map(([name, group]) => {
    const own = group.find(({ path }) => path.length === depth + 1);
    const below = group.filter(({ path }) => path.length > depth + 1);
    return { name, inner: clauseTree(below, depth + 1), ...(own && { clause: own }) };
  });
}
