/** A line of the table. */
export interface Row {
  readonly id: string;
  readonly what: string;
  /** Milliseconds of processor time: per case, or for the whole. Median of the rounds. */
  readonly millis: number;
  /** How many times the time of another row, or the other way round. */
  readonly ratio?: { readonly value: number; readonly meaning: string };
  /** What must hold, loosely, on any machine; and what is aimed at, where that is more. */
  readonly floor?: Floor;
}

export interface Floor {
  readonly of: 'ratio' | 'millis';
  readonly bound: 'at-most' | 'at-least';
  readonly limit: number;
  readonly aim?: number;
}

export function holds(row: Row): boolean {
  const { floor } = row;
  if (!floor) return true;
  const value = floor.of === 'millis' ? row.millis : row.ratio?.value;
  if (value === undefined || !Number.isFinite(value)) return false;
  return floor.bound === 'at-most' ? value <= floor.limit : value >= floor.limit;
}
