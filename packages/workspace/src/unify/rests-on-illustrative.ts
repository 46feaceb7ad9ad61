import type { DayNumber } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import type { Grade, PlaceValues } from '@tiaoli/compiler';
import { gradeAround } from '@tiaoli/compiler';
import type {
  Cell,
  Declaration,
  DerogationDeclaration,
  Expr,
  FillDeclaration,
  Module,
  ParameterDeclaration,
} from '@tiaoli/ir';
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
  const isIllustrative = (expr: Expr, grade: Grade): boolean =>
    grade === 'illustrative' || [...referencesOf(expr).parameters].some(visit);
  const isInvented = (declaration: Declaration, cells: readonly GradedCell[]): boolean => {
    const around = gradeAround(declaration, module.declarations);
    return cells.some(({ value, grade }) => isIllustrative(value, grade ?? around));
  };
  const visit = (id: string): boolean => {
    const found = module.declarations.find((each) => each.id === id);
    if (found?.kind !== 'parameter' || seen.has(id)) return false;
    seen.add(id);
    return isInvented(found, cellsOf(found, on));
  };
  if (settings.length === 0) return visit(parameter.id);
  return settings.some((each) => isInvented(each, settingCells(each)));
}

interface GradedCell {
  readonly value: Expr;
  readonly grade: Grade;
}

function cellsOf({ versions }: ParameterDeclaration, on: DayNumber): readonly GradedCell[] {
  return versions
    .filter(({ validity, year }) => year !== undefined || isInForce(validity, on))
    .flatMap(({ cells, provenance }) => cells.map((cell) => gradedCell(cell, provenance?.grade)));
}

function settingCells(setting: FillDeclaration | DerogationDeclaration): readonly GradedCell[] {
  return setting.kind === 'fill'
    ? setting.cells.map((cell) => gradedCell(cell))
    : [{ value: setting.value, grade: undefined }];
}

function gradedCell({ value, provenance }: Cell, otherwise?: Grade): GradedCell {
  return { value, grade: provenance?.grade ?? otherwise };
}
