import { isInteger } from '@tiaoli/base';
import type { AstNode } from 'langium';
import type { Definition, Expression, Input, Limit, Table } from '../generated/ast.ts';
import { isExpression } from '../generated/ast.ts';
import type { DeclaredOf } from '../references/declared.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import type { Resolution } from '../references/resolution.ts';
import { numericLiteral } from '../types/type-use.ts';

/** A declared name whose wholeness follows from what its statements say. */
export type Amount = DeclaredOf<'parameter'> | DeclaredOf<'input'> | DeclaredOf<'definition'>;

/** Whether amounts are in whole fen by their form, whatever the case: what may cross the boundary of a layer. */
export interface WholeFen {
  value(value: Expression): boolean;
  amount(amount: Amount): boolean;
}

/**
 * Whole are inputs, what layers give and remember, what is rounded, literals, and sums, greatest, least and integer
 * multiples of those.
 *
 * A name is taken to be whole until one of the values behind it is not, and then whatever reads it is asked again: so
 * long chains of definitions need no deep stack, and a cycle (reported apart) ends.
 */
export function createWholeFen(scope: DocumentScope): WholeFen {
  const fractional = new Set<Amount>();
  const readers = new Map<Amount, Set<Amount>>();
  const open: Amount[] = [];
  const meet = (read: Amount, reader?: Amount): boolean => {
    const known = readers.get(read) ?? new Set();
    if (!readers.has(read)) open.push(read);
    if (reader) known.add(reader);
    readers.set(read, known);
    return !fractional.has(read);
  };
  const settle = (): void => {
    for (let next = open.pop(); next; next = open.pop()) {
      const reader = next;
      const ask = (read: Amount): boolean => meet(read, reader);
      if (fractional.has(reader)) continue;
      if (valuesOf(reader).every((each) => isWhole(each, scope, ask))) continue;
      fractional.add(reader);
      open.push(...(readers.get(reader) ?? []));
    }
  };
  return {
    value: (value) => {
      isWhole(value, scope, meet);
      settle();
      return isWhole(value, scope, meet);
    },
    amount: (amount) => {
      meet(amount);
      settle();
      return !fractional.has(amount);
    },
  };
}

/** `value` itself, where `isWholeAmount` says of each name in it whether that is whole. */
function isWhole(
  value: Expression,
  scope: DocumentScope,
  isWholeAmount: (read: Amount) => boolean,
): boolean {
  const every = (...parts: readonly Expression[]): boolean =>
    parts.every((part) => isWhole(part, scope, isWholeAmount));
  const { kind } = scope.typeOf(value).type;
  if (kind === 'integer' || kind === 'unknown') return true;
  switch (value.$type) {
    case 'QuantityLiteral':
    case 'NumberLiteral': {
      const number = numericLiteral(value);
      return number === undefined || isInteger(number);
    }
    case 'Binary':
      return value.operator !== '/' && every(value.left, value.right);
    case 'Negative':
    case 'AsZero':
      return every(value.operand);
    case 'Choice':
      return every(value.whenTrue, value.whenFalse);
    case 'Guarded':
      return every(value.value);
    case 'Call':
      return kind !== 'rate' && every(...value.arguments.map((argument) => argument.value));
    case 'NameReference':
    case 'MemberAccess':
    case 'IndexAccess':
      if (kind === 'rate' || kind === 'points' || kind === 'decimal') return false;
      return isWholeName(scope.resolve(value), kind, isWholeAmount);
    default:
      return true;
  }
}

function isWholeName(
  resolution: Resolution,
  kind: string,
  isWholeAmount: (read: Amount) => boolean,
): boolean {
  switch (resolution.kind) {
    case 'input':
      // A unit price has more decimals than two.
      return kind !== 'unit-price' && isWholeAmount(resolution.declared);
    case 'parameter':
    case 'definition':
      return isWholeAmount(resolution.declared);
    case 'layer-state':
      // What a cumulative layer owes so far is kept exact: only so does a year not depend on how it was cut.
      return resolution.state !== '应付';
    default:
      // Parts of a 分担, sums carried on and results are asked for where they are declared.
      return true;
  }
}

/** The values that must all be whole for the amount to be; what is rounded need not be asked. */
function valuesOf(amount: Amount): readonly Expression[] {
  switch (amount.kind) {
    case 'parameter':
      return amount.nodes.flatMap((node) =>
        node.$type === 'Table' ? tableValues(node) : node.versions.flatMap(formulaValues),
      );
    case 'input':
      return amount.nodes.flatMap((node) => defaultValues(node));
    case 'definition':
      return amount.nodes.flatMap(definitionValues);
  }
}

interface Formula {
  readonly value?: AstNode | undefined;
  readonly rounding?: string;
  readonly limits?: readonly Limit[];
}

/** What must be whole for `value { 不低于 …；不超过 … } 取整 …` to be: nothing where it is rounded. */
export function formulaValues({ value, rounding, limits = [] }: Formula): readonly Expression[] {
  if (rounding !== undefined || !isExpression(value)) return [];
  return [value, ...limits.map((limit) => limit.value)];
}

/** The same of a 定义 and all its cases. */
export function definitionValues(node: Definition): readonly Expression[] {
  if (node.rounding !== undefined) return [];
  const cases = node.cases.flatMap((each) => (each.$type === 'Overlap' ? [] : formulaValues(each)));
  return [...formulaValues(node), ...cases];
}

/** Literals in cells have a check of their own, so only what is computed there matters. */
export function tableValues({ rows }: Pick<Table, 'rows'>): readonly Expression[] {
  return rows.flatMap((row) => (row.$type === 'KeyedRow' ? formulaValues(row) : []));
}

function defaultValues({ default: value, rounding }: Input): readonly Expression[] {
  return value === undefined || rounding !== undefined ? [] : [value];
}
