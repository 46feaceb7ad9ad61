import { displayWidth } from '@tiaoli/base';
import type { Baseline } from './baseline.ts';
import type { Row } from './row.ts';
import { holds } from './row.ts';

const heads = ['what', 'measured', 'ratio', 'floor', '', 'baseline'];
/** Columns of numbers are aligned on the right. */
const numeric = new Set([1, 2, 3, 5]);

/** The rows as a table of plain text. */
export function printTable(rows: readonly Row[], baseline: Baseline): string {
  const lines = [heads, ...rows.map((row) => cellsOf(row, baseline))];
  const widths = heads.map((_, column) =>
    Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))),
  );
  return lines
    .map((line) =>
      line
        .map((text, column) => {
          const blanks = ' '.repeat((widths[column] ?? 0) - displayWidth(text));
          return numeric.has(column) ? blanks + text : text + blanks;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf(row: Row, baseline: Baseline): readonly string[] {
  const { what, ratio } = row;
  const verdict = row.floor ? (holds(row) ? 'pass' : 'FAIL') : '';
  const times = ratio ? `${figure(ratio.value)} ${ratio.meaning}` : '';
  return [
    what,
    quantity(row, row.amount),
    times,
    floorOf(row),
    verdict,
    comparedWith(row, baseline),
  ];
}

function floorOf(row: Row): string {
  const { floor } = row;
  if (!floor) return '';
  const sign = floor.bound === 'at-most' ? '≤' : '≥';
  const print = (limit: number): string =>
    floor.of === 'amount' ? quantity(row, limit) : `${figure(limit)} ×`;
  const aim = floor.aim === undefined ? '' : ` (aim ${print(floor.aim)})`;
  return `${sign} ${print(floor.limit)}${aim}`;
}

/** Ratios stay the same from machine to machine; times do not, and are compared where a row has nothing else. */
function comparedWith(row: Row, baseline: Baseline): string {
  const known = baseline[row.id];
  if (!known) return 'new';
  if (row.ratio && known.ratio !== undefined) {
    return `${figure(known.ratio)} (${change(row.ratio.value / known.ratio)})`;
  }
  return `${quantity(row, known.amount)} (${change(row.amount / known.amount)})`;
}

function change(factor: number): string {
  const percent = Math.round((factor - 1) * 100);
  return `${percent > 0 ? '+' : ''}${percent}%`;
}

/** Three digits that mean something. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(3));
  return rounded >= 1000 ? Math.round(rounded).toLocaleString('en') : String(rounded);
}

function quantity({ unit }: Row, amount: number): string {
  return unit === 'kB' ? `${figure(amount)} kB` : duration(amount);
}

function duration(millis: number): string {
  if (!Number.isFinite(millis)) return '—';
  if (millis >= 1000) return `${figure(millis / 1000)} s`;
  if (millis >= 1) return `${figure(millis)} ms`;
  return millis >= 0.001 ? `${figure(millis * 1000)} µs` : `${figure(millis * 1_000_000)} ns`;
}
