/** A line of the table. */
export interface Row {
  readonly id: string;
  readonly what: string;
  /** In `unit`; of time per case, or for the whole. Median of the rounds. */
  readonly amount: number;
  /** Milliseconds of processor time without it. */
  readonly unit?: 'ms waited' | 'kB';
  /** How many times the time of another row, or the other way round. */
  readonly ratio?: { readonly value: number; readonly meaning: string };
  /** What must hold, loosely, on any machine; and what is aimed at, where that is more. */
  readonly floor?: Floor;
}

export interface Floor {
  readonly of: 'ratio' | 'amount';
  readonly bound: 'at-most' | 'at-least';
  readonly limit: number;
  readonly aim?: number;
}

export function holds(row: Row): boolean {
  const { floor } = row;
  if (!floor) return true;
  const value = floor.of === 'amount' ? row.amount : row.ratio?.value;
  if (value === undefined || !Number.isFinite(value)) return false;
  return floor.bound === 'at-most' ? value <= floor.limit : value >= floor.limit;
}
