import type { DayNumber } from '@tiaoli/base';
import { assertNever, isInForce, rational } from '@tiaoli/base';
import type { CatalogueCell, CatalogueColumn, CatalogueKey, CatalogueRows } from '@tiaoli/ir';
import { dateOf } from './evaluate-reference.ts';
import { noCatalogue, noCatalogueRow } from './messages.ts';
import type { Evaluate, Scope } from './scope.ts';
import { valuesOf } from './strict.ts';
import type { Outcome, Value } from './values.ts';
import {
  isNumber,
  joinMissing,
  notApplicableOutcome,
  printKey,
  undetermined,
  valueOutcome,
} from './values.ts';

interface Found {
  readonly rows: CatalogueRows;
  readonly row: number;
}

/** The cell of the row that the keys name on the day, or, without a column, whether there is one. */
export function evaluateCatalogueCell(
  expr: CatalogueCell,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const keys = valuesOf(expr.keys, scope, evaluate);
  const day = dateOf(expr.on, scope, evaluate);
  if ('status' in keys) return typeof day === 'number' ? keys : joinMissing([keys, day]);
  if (typeof day !== 'number') return day;
  const found = findRow(expr, keys, day, scope);
  if (found && 'status' in found) return found;
  if (expr.column === undefined) return valueOutcome(found !== undefined);
  if (!found) {
    return undetermined('gap', noCatalogueRow(nameOf(expr, scope), keys.map(printKey)));
  }
  const column = found.rows.columns.get(expr.column);
  if (!column) throw new Error(`rows without the column ${expr.column}`);
  return readCell(column, found.row, expr, scope);
}

/** The first of the parts that hold on the day and know the keys; undefined where none does, or it takes the row out. */
function findRow(
  { catalogue }: CatalogueCell,
  keys: readonly Value[],
  day: DayNumber,
  scope: Scope,
): Found | Outcome | undefined {
  const declaration = scope.step.index.catalogues.get(catalogue);
  if (!declaration) throw new Error(`no such catalogue: ${catalogue}`);
  for (const { content, file, removes, validity } of declaration.parts) {
    if (!isInForce(validity, day)) continue;
    const rows = scope.step.reference.catalogues?.get(content);
    if (!rows) return undetermined('gap', noCatalogue(declaration.name, file));
    const row = rows.rowOf(keys.map(asKey), day);
    if (row !== undefined) return removes ? undefined : { rows, row };
  }
  return undefined;
}

function asKey(value: Value): CatalogueKey {
  return isNumber(value) ? value : printKey(value);
}

function readCell(
  column: CatalogueColumn,
  row: number,
  { catalogue, column: name }: CatalogueCell,
  { step }: Scope,
): Outcome {
  const schema = step.index.catalogues.get(catalogue)?.columns.find((each) => each.name === name);
  switch (column.kind) {
    case 'number': {
      const cell = column.cells[row] ?? Number.NaN;
      if (Number.isNaN(cell)) return notApplicableOutcome('');
      return valueOutcome(rational(BigInt(cell), BigInt(column.scale)));
    }
    case 'text': {
      const text = column.texts[column.cells[row] ?? -1];
      if (text === undefined) return notApplicableOutcome('');
      return valueOutcome(schema?.type.kind === 'boolean' ? text === 'true' : text);
    }
    default:
      return assertNever(column);
  }
}

function nameOf({ catalogue }: CatalogueCell, { step }: Scope): string {
  return step.index.catalogues.get(catalogue)?.name ?? catalogue;
}
