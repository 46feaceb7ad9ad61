import { displayWidth } from '@tiaoli/base';

/** Pixels of one column of text in the size of the names. */
const COLUMN = 6.6;
const LINE = 15;
/** Lines of a name; what is longer stands in the table. */
const MOST_LINES = 3;

/** Pixels that names may take of the width of a chart. */
export function nameWidth(width: number): number {
  return Math.min(220, Math.round(width * 0.3));
}

function linesOf(name: string, width: number): number {
  // A line is broken before it is quite full.
  return Math.ceil((displayWidth(name) * COLUMN) / (nameWidth(width) * 0.9));
}

/** The name as far as there is room for it. */
export function shortName(name: string, width: number): string {
  if (linesOf(name, width) <= MOST_LINES) return name;
  const signs = [...name];
  while (signs.length > 0 && linesOf(`${signs.join('')}…`, width) > MOST_LINES) signs.pop();
  return `${signs.join('')}…`;
}

/** Pixels from one row to the next: all rows have those of the longest name. */
export function rowHeight(names: readonly string[], width: number, least: number): number {
  const lines = names.reduce((most, name) => Math.max(most, linesOf(name, width)), 1);
  return Math.max(least, Math.min(lines, MOST_LINES) * LINE + 8);
}
