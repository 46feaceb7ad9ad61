import type { CellState, MatrixCell, ParameterRow } from '@tiaoli/workspace';

/** How a state is shown: a sign beside the colour, so that neither stands alone. */
export const stateSigns: Readonly<Record<CellState, string>> = {
  same: '=',
  different: '≠',
  'not-set': '–',
  'out-of-bounds': '✗',
  unknown: '?',
};

/** The states in the order of the legend, the worst first. */
export const shownStates: readonly CellState[] = [
  'out-of-bounds',
  'unknown',
  'different',
  'not-set',
  'same',
];

/** All rows, or those in which some city is not the same. */
export function chooseRows(
  rows: readonly ParameterRow[],
  onlyDeviating: boolean,
): readonly ParameterRow[] {
  return onlyDeviating ? rows.filter(({ state }) => state !== 'same') : rows;
}

/** How many cells are in each state. */
export function countStates(rows: readonly ParameterRow[]): ReadonlyMap<CellState, number> {
  const states = rows.flatMap(({ cells }) => cells.map(({ state }) => state));
  return new Map(
    shownStates.map((state) => [state, states.filter((each) => each === state).length]),
  );
}

/** One cell that was chosen, with its row. */
export interface ChosenCell {
  readonly row: ParameterRow;
  readonly cell: MatrixCell;
}

/** The chosen cell as the newest answer has it; undefined when it is gone. */
export function findCell(
  rows: readonly ParameterRow[],
  chosen: { readonly id: string; readonly city: string } | undefined,
): ChosenCell | undefined {
  const row = rows.find(({ id }) => id === chosen?.id);
  const cell = row?.cells.find(({ city }) => city === chosen?.city);
  return row && cell && { row, cell };
}
