import type { Rational } from '@tiaoli/base';
import { greatest, least, negate } from '@tiaoli/base';
import type { DifferenceState, Region, ResultDifference } from '@tiaoli/diff';
import { gravest } from '@tiaoli/diff';
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
  readonly sign: EffectSign;
  /** The largest |after − before| that is proved possible, in the unit of the result. */
  readonly most?: Rational;
  readonly regions: readonly Region[];
}

export type EffectSign = 'more' | 'less' | 'both' | 'none' | 'open';

/** `InputDeclaration.id` of the axes; those that tell most come first. */
export function effectGrid({ regions }: Pick<ResultDifference, 'regions'>): EffectGrid {
  const axes = axesOf(regions);
  const [row, column, sheet] = axes;
  const sheets = (sheet?.classes ?? [[]]).map((values): EffectSheet => {
    const columns = column?.classes ?? [[]];
    const rows = (row?.classes ?? [[]]).map((rowValues) => ({
      values: rowValues,
      cells: columns.map((columnValues) =>
        effectCell(
          regions.filter(
            (region) =>
              isIn(region, row?.fact, rowValues) &&
              isIn(region, column?.fact, columnValues) &&
              isIn(region, sheet?.fact, values),
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

interface Axis {
  readonly fact: string;
  readonly classes: readonly FactValues[];
}

/** Facts with their values, those together that every region treats alike. */
function axesOf(regions: readonly Region[]): readonly Axis[] {
  const facts = [...new Set(regions.flatMap((region) => [...region.facts.keys()]))];
  return facts
    .map((fact): Axis => {
      const all = regions.flatMap((region) => region.facts.get(fact) ?? []);
      const values = [...new Map(all.map((value) => [keyOf(value), value])).values()];
      const classes = Map.groupBy(values, (value) =>
        regions.map((region) => isIn(region, fact, [value])).join(),
      );
      return { fact, classes: [...classes.values()] };
    })
    .toSorted((left, right) => right.classes.length - left.classes.length);
}

function isIn({ facts }: Region, fact: string | undefined, [value]: FactValues): boolean {
  if (fact === undefined || value === undefined) return true;
  return facts.get(fact)?.some((each) => keyOf(each) === keyOf(value)) ?? true;
}

/** Equal values have equal keys, whichever region they stand in. */
function keyOf(value: FactValue): string {
  return JSON.stringify(value);
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
  const sign = signOf(state, lows.reduce(leastOf, undefined), highs.reduce(mostOf, undefined));
  return { state, sign, regions, ...(most && { most }) };
}

function signOf(
  state: DifferenceState,
  low: Rational | undefined,
  high: Rational | undefined,
): EffectSign {
  if (state === 'same-form' || state === 'same-proved') return 'none';
  if (!low || !high) return 'open';
  const [falls, rises] = [low.numerator < 0n, high.numerator > 0n];
  if (falls && rises) return 'both';
  if (falls) return 'less';
  return rises ? 'more' : 'none';
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
