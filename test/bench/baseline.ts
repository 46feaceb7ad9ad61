import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row.ts';

/** What was measured when the baseline was written, by row. */
export type Baseline = Readonly<
  Record<string, { readonly amount: number; readonly ratio?: number } | undefined>
>;

const path = join(import.meta.dirname, 'baseline.json');

/** Empty when there is none yet. */
export function readBaseline(): Baseline {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

export function writeBaseline(rows: readonly Row[]): void {
  const entries = rows.map(({ id, amount, ratio }) => [
    id,
    {
      amount: Number(amount.toPrecision(3)),
      ...(ratio && { ratio: Number(ratio.value.toPrecision(3)) }),
    },
  ]);
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}
