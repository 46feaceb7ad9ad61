import type { Rational } from '@tiaoli/base';
import { greatest, least, negate } from '@tiaoli/base';
import type { DifferenceState, Direction, Region, ResultDifference } from '@tiaoli/diff';
import { directionOf, gravest, isIn, tellingFacts } from '@tiaoli/diff';
import type { FactValue } from '@tiaoli/regions';

/** A result over the facts that tell its regions apart: rows × columns, one sheet for each value of a third fact. */
export interface EffectGrid {
  readonly rowFact?: string;
  readonly columnFact?: string;
  readonly sheetFact?: string;
  readonly sheets: readonly EffectSheet[];
}

export interface EffectSheet {
  readonly values: FactValues;
  readonly columns: readonly FactValues[];
  readonly rows: readonly { readonly values: FactValues; readonly cells: readonly EffectCell[] }[];
}

/** Values of one fact that have the same conclusion everywhere; empty where no fact tells. */
export type FactValues = readonly FactValue[];

/** What is known of the cases of one cell. */
export interface EffectCell {
  readonly state: DifferenceState;
  readonly sign: Direction;
  /** The largest |after − before| that is proved possible, in the unit of the result. */
  readonly most?: Rational;
  readonly regions: readonly Region[];
}

/** `InputDeclaration.id` of the axes; those that tell most come first. */
export function effectGrid({ regions }: Pick<ResultDifference, 'regions'>): EffectGrid {
  const [row, column, sheet] = tellingFacts(regions);
  const sheets = (sheet?.classes ?? [[]]).map((values): EffectSheet => {
    const columns = column?.classes ?? [[]];
    const rows = (row?.classes ?? [[]]).map((rowValues) => ({
      values: rowValues,
      cells: columns.map((columnValues) =>
        effectCell(
          regions.filter(
            (region) =>
              isInClass(region, row?.fact, rowValues) &&
              isInClass(region, column?.fact, columnValues) &&
              isInClass(region, sheet?.fact, values),
          ),
        ),
      ),
    }));
    return { values, columns, rows };
  });
  return {
    ...(row && { rowFact: row.fact }),
    ...(column && { columnFact: column.fact }),
    ...(sheet && { sheetFact: sheet.fact }),
    sheets,
  };
}

/** Of a class the first value stands for all. */
function isInClass(region: Region, fact: string | undefined, [value]: FactValues): boolean {
  return fact === undefined || value === undefined || isIn(region, fact, value);
}

/** Several regions in one cell differ in facts that are no axis: their gravest state, and the largest of their ends. */
export function effectCell(regions: readonly Region[]): EffectCell {
  // Of cases that no region speaks of nobody may say that they are the same.
  const state = regions.length === 0 ? 'undecided' : gravest(regions.map((each) => each.state));
  const told = regions.filter(({ low, high }) => low || high);
  const lows = told.flatMap(({ low }) => low ?? []);
  const highs = told.flatMap(({ high }) => high ?? []);
  const most = lows
    .concat(highs)
    .map(absolute)
    .reduce<Rational | undefined>((best, each) => (best ? greatest(best, each) : each), undefined);
  const [low, high] = [lows.reduce(leastOf, undefined), highs.reduce(mostOf, undefined)];
  const sign = directionOf({ state, low, high });
  return { state, sign, regions, ...(most && { most }) };
}

function absolute(value: Rational): Rational {
  return value.numerator < 0n ? negate(value) : value;
}

function leastOf(best: Rational | undefined, each: Rational): Rational {
  return best ? least(best, each) : each;
}

function mostOf(best: Rational | undefined, each: Rational): Rational {
  return best ? greatest(best, each) : each;
}
