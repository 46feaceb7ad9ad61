import type { Policies } from '@tiaoli/workspace';
import { beforeAll, expect, test } from 'vitest';
import { allCellEdits, nameOfFile, openShipped, tryCell, tryRows } from './cell-trials.ts';
import { pickByLot } from './pick-by-lot.ts';

// Cells of the catalogues, one changed by one step: the row is told, and nobody says that results which hang on it stay.

const seed = 20_260_705;
const cells = 200;

let shipped: Policies;

beforeAll(async () => {
  shipped = await openShipped();
});

test('the row of each changed cell is told', { timeout: 600_000 }, async () => {
  const edits = pickByLot(allCellEdits(), seed, cells);
  expect(edits.length).toBe(cells);
  const trials = [];
  for (const edit of edits) trials.push(await tryCell(shipped, edit));
  const fates = Map.groupBy(trials, ({ fate }) => fate);
  const counts = [...fates].map(([fate, { length }]) => `${length} ${fate}`).join(', ');
  process.stdout.write(`seed ${seed}, ${cells} of ${allCellEdits().length} cells: ${counts}\n`);
  expect(fates.get('not-told') ?? []).toEqual([]);
  expect(fates.get('told')?.length).toBeGreaterThan(cells / 2);
  expect(new Set(edits.map(({ column }) => column))).toEqual(
    new Set(['类别', '档', '限价', '支付标准', '先付比例', '开始日', '结束日']),
  );
});

test.each(['shape-19-drugs.csv', 'drug-list-example.csv'])(
  'a cell of %s: nothing that a claim by items moves is said to be the same',
  { timeout: 600_000 },
  async (file) => {
    const own = allCellEdits().filter((edit) => nameOfFile(edit) === file && edit.to.endsWith('%'));
    for (const edit of pickByLot(own, seed, 1)) {
      const trial = await tryRows(shipped, edit);
      process.stdout.write(
        `${file}:${edit.line} ${edit.from} → ${edit.to}: ${trial.changed} of ${trial.claims} claims are others\n`,
      );
      expect(trial.broken).toEqual([]);
      expect(trial.isComplete).toBe(false);
    }
  },
);
