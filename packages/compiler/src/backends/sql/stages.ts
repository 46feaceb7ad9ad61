import type { Dialect } from './dialect.ts';
import type { Node, Part } from './node.ts';
import { nodesIn } from './node.ts';

/** A node that stands in a column of its own, so that it is worked out once. */
export interface StagedColumn {
  readonly name: string;
  readonly text: string;
  /** Columns of one stage read those of earlier stages, from 1. Those of the state have stages of their own. */
  readonly stage: number;
  readonly isState: boolean;
  /** Columns that the text reads, those of the claims and of the state too. */
  readonly node: Node;
}

export interface Staged {
  readonly columns: readonly StagedColumn[];
  /** The text of a node where all columns are there. */
  readonly textOf: (node: Node) => string;
}

/** Expressions with more operations than this are cut: databases walk them by recursion. */
const mostOperations = 60;

/** Lists over the records of an entity: how many there are, by the variable that numbers them. */
export type RecordLists = ReadonlyMap<string, { readonly count: Node }>;

/**
 * Decides which nodes become columns: what is used more than once and costs more than its name, and what would make
 * an expression too long. A node inside a list function becomes a list, and is read there by position.
 */
export function stageNodes(roots: readonly Node[], lists: RecordLists, dialect: Dialect): Staged {
  const nodes = reachable(roots, lists);
  const uses = countUses(nodes, roots);
  const names = new Map<Node, string>();
  const sizes = new Map<Node, number>();
  const stages = new Map<Node, number>();
  const columns: StagedColumn[] = [];
  const inline = (parts: readonly Part[]): string =>
    parts.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
  const textOf = (node: Node): string => {
    const name = names.get(node);
    if (name === undefined) return inline(node.parts);
    const [variable] = node.free;
    return variable === undefined ? name : inline(dialect.element([name], [variable]));
  };
  for (const node of nodes) {
    const children = nodesIn(node.parts);
    const size =
      children.length === 0 ? 0 : 1 + sum(children.map((child) => sizes.get(child) ?? 0));
    const earlier = children.map((child) => stages.get(child) ?? 0);
    const base = node.isState
      ? Math.max(0, ...children.map((child, at) => (child.isState ? (earlier[at] ?? 0) : 0)))
      : Math.max(0, ...earlier);
    sizes.set(node, size);
    stages.set(node, base);
    const isOften = (uses.get(node) ?? 0) > 1 && size > 1;
    if (!(isOften || size > mostOperations) || !mayStandAlone(node, lists)) continue;
    const [variable] = node.free;
    const list = lists.get(variable ?? '');
    const text =
      variable === undefined || !list
        ? inline(node.parts)
        : inline(dialect.each([list.count], variable, node.parts));
    const name = `v${columns.length}`;
    columns.push({ name, text, stage: base + 1, isState: node.isState, node });
    names.set(node, name);
    sizes.set(node, 0);
    stages.set(node, base + 1);
  }
  return { columns, textOf };
}

/** A constant or a column needs no column, and a variable of another function has no meaning outside it. */
function mayStandAlone(node: Node, lists: RecordLists): boolean {
  const [variable, ...others] = node.free;
  if (others.length > 0 || nodesIn(node.parts).length === 0) return false;
  return variable === undefined || lists.has(variable);
}

/** What the roots are made of, in the order of making: what is read comes first. */
function reachable(roots: readonly Node[], lists: RecordLists): readonly Node[] {
  const found = new Set<Node>();
  const open = [...roots, ...[...lists.values()].map(({ count }) => count)];
  for (let node = open.pop(); node; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    open.push(...nodesIn(node.parts));
  }
  return [...found].sort((left, right) => left.id - right.id);
}

function countUses(nodes: readonly Node[], roots: readonly Node[]): ReadonlyMap<Node, number> {
  const uses = new Map<Node, number>();
  for (const node of [...nodes.flatMap(({ parts }) => nodesIn(parts)), ...roots]) {
    uses.set(node, (uses.get(node) ?? 0) + 1);
  }
  return uses;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}
