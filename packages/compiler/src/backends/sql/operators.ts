import type { Emission } from './emission.ts';
import type { Node, Parts, SqlType } from './node.ts';
import { nodeOf, sql } from './node.ts';

/** Emissions make nodes; so do the few places that have a pool alone. */
export type Maker = Pick<Emission, 'pool' | 'dialect'>;

export function make({ pool }: Maker, type: SqlType, parts: Parts): Node {
  return nodeOf(pool, type, parts);
}

/** An integer of 64 bits. */
export function integer({ pool, dialect }: Maker, value: bigint | number): Node {
  const constant = BigInt(value);
  return nodeOf(pool, 'integer', [dialect.integer(constant)], { constant });
}

export function wide({ pool, dialect }: Maker, value: bigint): Node {
  const text = `CAST(${value} AS ${dialect.types.wide})`;
  return nodeOf(pool, 'wide', [text], { constant: value });
}

export function numberOf(maker: Maker, type: SqlType, value: bigint): Node {
  return type === 'wide' ? wide(maker, value) : integer(maker, value);
}

export function statusNode({ pool }: Maker, value: number): Node {
  return nodeOf(pool, 'status', [value < 0 ? `(${value})` : `${value}`], {
    constant: BigInt(value),
  });
}

export function truthNode({ pool }: Maker, value: boolean): Node {
  return nodeOf(pool, 'boolean', [value ? 'TRUE' : 'FALSE'], { constant: value });
}

export function textNode({ pool, dialect }: Maker, value: string): Node {
  return nodeOf(pool, 'text', [dialect.text(value)]);
}

export function not(maker: Maker, node: Node): Node {
  if (typeof node.constant === 'boolean') return truthNode(maker, !node.constant);
  return make(maker, 'boolean', sql`(NOT ${node})`);
}

export function allOf(maker: Maker, nodes: readonly Node[]): Node {
  return joined(maker, nodes, 'AND', true);
}

export function anyOf(maker: Maker, nodes: readonly Node[]): Node {
  return joined(maker, nodes, 'OR', false);
}

/** `neutral` changes nothing among the operands, its contrary decides. */
function joined(
  maker: Maker,
  nodes: readonly Node[],
  operator: 'AND' | 'OR',
  neutral: boolean,
): Node {
  if (nodes.some(({ constant }) => constant === !neutral)) return truthNode(maker, !neutral);
  const open = [...new Set(nodes)].filter(({ constant }) => constant !== neutral);
  const [first, ...rest] = open;
  if (!first) return truthNode(maker, neutral);
  if (rest.length === 0) return first;
  return make(maker, 'boolean', [
    '(',
    first,
    ...rest.flatMap((node): Parts => [` ${operator} `, node]),
    ')',
  ]);
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Two nodes of one type. */
export function compareNodes(maker: Maker, operator: Comparison, left: Node, right: Node): Node {
  const [a, b] = [left.constant, right.constant];
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    return truthNode(maker, comparisons[operator](a, b));
  }
  const sign = operator === '!=' ? '<>' : operator;
  return make(maker, 'boolean', sql`(${left} ${sign} ${right})`);
}

const comparisons: Readonly<Record<Comparison, (a: bigint, b: bigint) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** One way to go: where the first holds, the second. */
export type Branch = readonly [when: Node, then: Node];

/** The first branch that holds; conditions that are known do not stand in the text. */
export function firstOf(maker: Maker, branches: readonly Branch[], otherwise: Node): Node {
  const open: Branch[] = [];
  let last = otherwise;
  for (const branch of branches) {
    if (branch[0].constant === false) continue;
    if (branch[0].constant === true) {
      last = branch[1];
      break;
    }
    open.push(branch);
  }
  while (open.at(-1)?.[1] === last) open.pop();
  if (open.length === 0) return last;
  return make(maker, last.type, [
    'CASE',
    ...open.flatMap(([when, then]): Parts => [' WHEN ', when, ' THEN ', then]),
    ' ELSE ',
    last,
    ' END',
  ]);
}

/** The node where the condition holds, else NULL: for functions that pass NULL over. */
export function onlyWhere(maker: Maker, condition: Node, node: Node): Node {
  if (condition.constant === true) return node;
  return make(maker, node.type, sql`CASE WHEN ${condition} THEN ${node} END`);
}

/** The least or greatest of those that are not NULL. */
export function extremeOf(maker: Maker, operator: 'min' | 'max', nodes: readonly Node[]): Node {
  const [first, ...rest] = [...new Set(nodes)];
  if (!first) throw new Error('an extremum has an operand');
  if (rest.length === 0) return first;
  const name = operator === 'min' ? 'LEAST(' : 'GREATEST(';
  return make(maker, first.type, [
    name,
    first,
    ...rest.flatMap((each): Parts => [', ', each]),
    ')',
  ]);
}

export function coalesce(maker: Maker, node: Node, otherwise: Node): Node {
  return make(maker, node.type, sql`COALESCE(${node}, ${otherwise})`);
}

/** Both of one type. */
export function arithmetic(maker: Maker, operator: '+' | '-' | '*', left: Node, right: Node): Node {
  const neutral = operator === '*' ? 1n : 0n;
  if (right.constant === neutral) return left;
  if (operator !== '-' && left.constant === neutral) return right;
  return make(maker, left.type, sql`(${left} ${operator} ${right})`);
}

/** The quotient cut off toward zero; the divisor is not 0. */
export function divide(maker: Maker, dividend: Node, divisor: Node): Node {
  if (divisor.constant === 1n) return dividend;
  const isWide = dividend.type === 'wide';
  return make(maker, dividend.type, maker.dialect.divide([dividend], [divisor], isWide));
}
