/** What a column of this kind of node is declared as; see `Dialect.types`. */
export type SqlType =
  | 'integer'
  | 'wide'
  | 'boolean'
  | 'status'
  | 'text'
  | 'integers'
  | 'wides'
  | 'booleans'
  | 'texts';

/** A piece of SQL text, with nodes where their own text (or the name of their column) comes to stand. */
export type Part = string | Node;
export type Parts = readonly Part[];

/**
 * An expression of the query, each once: two that read the same are one node.
 *
 * INVARIANT: its text is an identifier, a literal, a call, `CASE … END` or parenthesised, so it can be put anywhere.
 */
export interface Node {
  /** Children have smaller numbers. */
  readonly id: number;
  readonly type: SqlType;
  readonly parts: Parts;
  /** True where it depends on what earlier claims left behind. */
  readonly isState: boolean;
  /** Variables of list functions that stand free in it: it has a meaning inside those functions only. */
  readonly free: readonly string[];
  readonly constant?: bigint | boolean;
}

/** All nodes of one emission. */
export interface Pool {
  readonly nodes: Node[];
  readonly known: Map<string, Node>;
}

export function newPool(): Pool {
  return { nodes: [], known: new Map() };
}

/** The text between the nodes of a template, and the nodes. */
export function sql(texts: TemplateStringsArray, ...values: readonly (Part | Parts)[]): Parts {
  const parts = texts.flatMap((text, at): Parts => {
    const value = values[at];
    if (value === undefined) return [text];
    return isParts(value) ? [text, ...value] : [text, value];
  });
  return parts.filter((part) => part !== '');
}

function isParts(value: Part | Parts): value is Parts {
  return Array.isArray(value);
}

export interface NodeOptions {
  /** Of a column: whether it belongs to the state. */
  readonly isState?: boolean;
  /** Variables that the text itself is. */
  readonly free?: readonly string[];
  /** A variable that the text binds: it is not free any more. */
  readonly binds?: string;
  readonly constant?: bigint | boolean;
}

/** The node with this text, made when it is first asked for. */
export function nodeOf(
  pool: Pool,
  type: SqlType,
  parts: Parts,
  { isState = false, free = [], binds, constant }: NodeOptions = {},
): Node {
  const key = `${type} ${parts.map((part) => (typeof part === 'string' ? part : `\u0000${part.id}\u0000`)).join('')}`;
  const known = pool.known.get(key);
  if (known) return known;
  const children = nodesIn(parts);
  const own = new Set([...free, ...children.flatMap((child) => child.free)]);
  if (binds !== undefined) own.delete(binds);
  const node: Node = {
    id: pool.nodes.length,
    type,
    parts,
    isState: isState || children.some((child) => child.isState),
    free: [...own].sort(),
    ...(constant !== undefined && { constant }),
  };
  pool.nodes.push(node);
  pool.known.set(key, node);
  return node;
}

export function nodesIn(parts: Parts): readonly Node[] {
  return parts.filter((part) => typeof part !== 'string');
}
