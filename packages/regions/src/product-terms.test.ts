import { expect, test } from 'vitest';
import type { Form } from './linear-form.ts';
import { keyOfForm, scaleForm, subtractForms, termForm } from './linear-form.ts';
import { multiplyForms } from './number-terms.ts';
import { createPool, internNumber } from './pool.ts';
import type { Search } from './search.ts';
import { explore } from './search.ts';
import { maximise } from './simplex.ts';
import { columnOfGoal, createSpace } from './space.ts';
import { addColumn, addRow, createTableau, pivot } from './tableau.ts';

const pool = createPool();
const [price, count, days] = ['单价', '数量', '天数'].map((input) => {
  const source = { kind: 'input', input } as const;
  const range = () => ({ low: 0n, high: 1_000_000n });
  return termForm(internNumber(pool, input, { kind: 'fact', source, scale: 1n }, range));
}) as [Form, Form, Form];

function product(first: Form, ...others: readonly Form[]): Form {
  return others.reduce((form, factor) => multiplyForms(pool, form, factor), first);
}

const [twice, thrice] = [2n, 3n].map((numerator) => ({ numerator, denominator: 1n })) as [
  { numerator: bigint; denominator: bigint },
  { numerator: bigint; denominator: bigint },
];

test.each([
  ['another order', product(days, count, price)],
  ['another one first', product(price, product(days, count))],
])('one product, in %s', (_, other) => {
  expect(keyOfForm(other)).toBe(keyOfForm(product(price, count, days)));
});

test('a number taken in and out', () => {
  const inside = product(scaleForm(price, twice), product(count, scaleForm(days, thrice)));
  const outside = scaleForm(product(price, count, days), { numerator: 6n, denominator: 1n });
  expect(keyOfForm(inside)).toBe(keyOfForm(outside));
  expect(keyOfForm(product(price, price))).not.toBe(keyOfForm(price));
});

/** The parts that a search looked into, the rows that it left behind, and how much it reckoned. */
function workOf(splits: number) {
  const space = createSpace(pool);
  const form = subtractForms(product(price, count, days), product(price, days, days));
  const goal = columnOfGoal(space, form);
  const limits = { splits, pivots: 100_000_000 };
  const visitor = {
    aim: () => void maximise(space.tableau, goal, limits.pivots),
    look: () => 'closer' as const,
    leave: () => {},
  };
  const search: Search = { space, visitor, limits, splits: 0, depth: 0, stopped: false };
  explore(search, []);
  return { splits: search.splits, rows: space.tableau.rows.size, work: space.tableau.pivots };
}

// A part of a product is held between planes of its own: what they cost must not be paid by the parts behind it.
test('ten times the parts are some ten times the work, and leave no more behind', () => {
  const [few, many] = [workOf(40), workOf(400)];
  expect([few.splits, many.splits]).toEqual([40, 400]);
  expect(many.work).toBeLessThan(15 * few.work);
  expect(many.rows).toBeLessThan(2 * few.rows);
});

test('a pivot that touches many numbers counts for several', () => {
  const workWith = (rows: number): number => {
    const tableau = createTableau();
    const columns = Array.from({ length: 20 }, () => addColumn(tableau, 0n, 10n));
    const terms = columns.map((column) => ({ column, coefficient: 1n }));
    const basics = Array.from({ length: rows }, () => addRow(tableau, terms));
    pivot(tableau, basics[0] ?? -1, columns[0] ?? -1, 0);
    return tableau.pivots;
  };
  expect(workWith(2)).toBe(1);
  expect(workWith(500)).toBeGreaterThan(10);
});
