import type { DayNumber } from '@tiaoli/base';
import type { GradedValue, PlaceValues } from '@tiaoli/compiler';
import { gradeAround, gradedValues } from '@tiaoli/compiler';
import type { Declaration, Module, ParameterDeclaration } from '@tiaoli/ir';
import { referencesOf } from '@tiaoli/ir';

/**
 * True when the value of a parameter in a place is invented (示例), or worked out from one that is.
 *
 * The grade of a value is its own, else that of its table, its clause, its document. A statistic counts with all of its
 * years: which of them is read depends on the claim.
 */
export function restsOnIllustrative(
  parameter: ParameterDeclaration,
  { settings }: Pick<PlaceValues, 'settings'>,
  module: Module,
  on: DayNumber,
): boolean {
  const seen = new Set<string>();
  const isInvented = (declaration: Declaration, values: readonly GradedValue[]): boolean => {
    const around = gradeAround(declaration, module.declarations);
    return values.some(
      ({ value, grade }) =>
        (grade ?? around) === 'illustrative' || [...referencesOf(value).parameters].some(visit),
    );
  };
  const visit = (id: string): boolean => {
    const found = module.declarations.find((each) => each.id === id);
    if (found?.kind !== 'parameter' || seen.has(id)) return false;
    seen.add(id);
    return isInvented(found, gradedValues(found, on));
  };
  if (settings.length === 0) return visit(parameter.id);
  return settings.some((each) => isInvented(each, gradedValues(each)));
}
