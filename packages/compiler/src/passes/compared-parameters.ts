import type { DayNumber } from '@tiaoli/base';
import type { Bound, Expr, Module } from '@tiaoli/ir';
import { referencesOf } from '@tiaoli/ir';
import type { DelegatedCheck } from './check-delegations.ts';

/** The parameters that the bounds of a delegation are made of, and that the setting is made of: theirs too. */
export function parametersCompared({
  module,
  delegation,
  setting,
}: Pick<DelegatedCheck, 'module' | 'delegation' | 'setting'>): readonly string[] {
  const own = setting.kind === 'fill' ? setting.cells.map(({ value }) => value) : [setting.value];
  const found = new Set(referencesOf(...delegation.bounds.flatMap(exprsOf), ...own).parameters);
  for (const id of found) {
    for (const read of referencesOf(...valuesOf(id, module)).parameters) found.add(read);
  }
  return [...found];
}

export function exprsOf(bound: Bound): readonly Expr[] {
  if (bound.kind === 'between') return [bound.low, bound.high];
  return 'value' in bound ? [bound.value] : [];
}

/** The days from which a version of the parameter, or what a lower document sets for it, holds. */
export function startsOf(parameter: string, { declarations }: Module): readonly DayNumber[] {
  return declarations.flatMap((each) => {
    if (each.kind === 'parameter' && each.id === parameter) {
      return each.versions.flatMap(({ validity: { from } }) => from ?? []);
    }
    const sets =
      (each.kind === 'fill' || each.kind === 'derogation') && each.parameter === parameter;
    return sets ? (each.validity.from ?? []) : [];
  });
}

function valuesOf(parameter: string, { declarations }: Module): readonly Expr[] {
  return declarations.flatMap((each): readonly Expr[] => {
    if (each.kind === 'parameter' && each.id === parameter) {
      return each.versions.flatMap(({ cells }) => cells.map(({ value }) => value));
    }
    if (each.kind === 'fill' && each.parameter === parameter) {
      return each.cells.map(({ value }) => value);
    }
    return each.kind === 'derogation' && each.parameter === parameter ? [each.value] : [];
  });
}
