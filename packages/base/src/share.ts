/** How much of something: `same` of `of`. */
export interface Share {
  readonly same: number;
  readonly of: number;
}

/** Percent with one decimal, rounded half up, computed on integers; a dash for a share of nothing. */
export function printShare({ same, of }: Share): string {
  if (of === 0) return '–';
  const tenths = Math.floor((same * 2000 + of) / (2 * of));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
