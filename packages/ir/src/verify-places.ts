import { boolean, text } from './build-expr.ts';
import type { Cell, Declaration, ParameterDeclaration } from './declaration.ts';
import type { Accumulator } from './definition.ts';
import type { Expr } from './expr.ts';
import type { Indexed, ModuleIndex } from './module-index.ts';
import type { ValueType } from './type.ts';

/** An expression of a module, and what must be true of it. */
export interface Placed {
  /** Id of what it belongs to. */
  readonly id: string;
  readonly expr: Expr;
  /** The declared type; `optional` false where 不适用 is not allowed. */
  readonly expected?: { readonly type: ValueType; readonly optional: boolean };
  /** Entity on which it is evaluated; absent for static values. */
  readonly entity?: string;
  /** Whether an interpreter evaluates it, so that a program must have bound it. */
  readonly evaluated: boolean;
}

/** Every expression that `verify` looks at; what only describes a source (slots, cases of a rule) is left out. */
export function placedExprs(module: Indexed, index: ModuleIndex): readonly Placed[] {
  return [
    ...module.definitions.map(({ id, body, type, optional, entity }) => ({
      id,
      expr: body,
      expected: { type, optional },
      entity,
      evaluated: true,
    })),
    ...module.accumulators.flatMap((each) => placedKeys(each, index)),
    ...module.declarations.flatMap((each) => placedInDeclaration(each, index)),
  ];
}

function placedKeys(
  { id, by, instance, next, writes = [] }: Accumulator,
  index: ModuleIndex,
): Placed[] {
  const entity = index.definitions.get(next)?.entity;
  const place = { id, evaluated: true, ...(entity !== undefined && { entity }) };
  return [
    ...by.map((expr) => ({ ...place, expr })),
    ...writes.flatMap(({ keys }) => keys.map((expr) => ({ ...place, expr }))),
    ...(instance ? [{ ...place, expr: instance, expected: { type: text, optional: false } }] : []),
  ];
}

function placedInDeclaration(each: Declaration, index: ModuleIndex): readonly Placed[] {
  const { id } = each;
  switch (each.kind) {
    case 'input': {
      const { default: expr, type, optional, entity } = each;
      return expr ? [{ id, expr, expected: { type, optional }, entity, evaluated: true }] : [];
    }
    case 'invariant': {
      const expected = { type: boolean, optional: false };
      return [{ id, expr: each.condition, expected, entity: each.entity, evaluated: true }];
    }
    case 'monotony':
      return [{ id, expr: each.value, entity: each.entity, evaluated: true }];
    case 'parameter':
      return each.versions.flatMap(({ cells }) => placedCells(id, cells, each));
    case 'fill':
      return placedCells(id, each.cells, index.parameters.get(each.parameter));
    case 'derogation': {
      const type = index.parameters.get(each.parameter)?.type;
      const value = { id, expr: each.value, evaluated: false };
      const when = { id, expected: { type: boolean, optional: false }, evaluated: false };
      return [
        type ? { ...value, expected: { type, optional: true } } : value,
        ...(each.when ? [{ ...when, expr: each.when }] : []),
      ];
    }
    default:
      return [];
  }
}

function placedCells(
  id: string,
  cells: readonly Cell[],
  parameter: ParameterDeclaration | undefined,
): readonly Placed[] {
  return cells.map(({ value, column }) => {
    const type = parameter?.columns.find(({ name }) => name === column)?.type ?? parameter?.type;
    const placed = { id, expr: value, evaluated: false };
    return type ? { ...placed, expected: { type, optional: true } } : placed;
  });
}
