import { leastCommonMultiple } from '@tiaoli/base';
import type { Accumulator, Expr, Module, ModuleIndex } from '@tiaoli/ir';
import { orderDefinitions } from '@tiaoli/ir';
import { findScales } from './find-scales.ts';
import { scaleOfExpr } from './scale-of-expr.ts';

/**
 * The accumulators of a module with a denominator that holds in every version and place: of each dated choice, and of
 * each parameter whatever its cells, fills and derogations, the least common multiple is taken.
 */
export function withStateDenominators(module: Module, index: ModuleIndex): readonly Accumulator[] {
  const scales = findScales(orderDefinitions(module).definitions, module.accumulators, {
    index,
    parameterScale: parameterScales(module, index),
  });
  return module.accumulators.map((each) => {
    const denominator = scales.accumulators.get(each.id) ?? 1n;
    return denominator === 1n ? each : { ...each, denominator: denominator.toString() };
  });
}

/** The denominator of a parameter by its id, over everything that may be its value. */
function parameterScales(module: Module, index: ModuleIndex): (parameter: string) => bigint {
  const values = valuesByParameter(module);
  const known = new Map<string, bigint>();
  const scaleOf = (parameter: string): bigint => {
    const found = known.get(parameter);
    if (found !== undefined) return found;
    const scale = (values.get(parameter) ?? [])
      .map((value) =>
        scaleOfExpr(value, {
          index,
          parameterScale: scaleOf,
          definitions: new Map(),
          accumulators: new Map(),
        }),
      )
      .reduce(leastCommonMultiple, 1n);
    known.set(parameter, scale);
    return scale;
  };
  return scaleOf;
}

function valuesByParameter({ declarations }: Module): ReadonlyMap<string, readonly Expr[]> {
  const values = new Map<string, Expr[]>();
  const add = (parameter: string, ...exprs: readonly Expr[]): void => {
    values.set(parameter, [...(values.get(parameter) ?? []), ...exprs]);
  };
  for (const each of declarations) {
    if (each.kind === 'parameter') {
      add(each.id, ...each.versions.flatMap(({ cells }) => cells.map(({ value }) => value)));
    } else if (each.kind === 'fill') {
      add(each.parameter, ...each.cells.map(({ value }) => value));
    } else if (each.kind === 'derogation') add(each.parameter, each.value);
  }
  return values;
}
