import { expect, test } from 'vitest';
import type { ClaimColumns, ClaimTransform } from './claim-transform.ts';
import { sensitivityCases, TAIL_FEN, transformClaims } from './claim-transform.ts';

/** Bills of three classes; of class B a part is paid first. */
function claims(count: number): ClaimColumns {
  const column = (of: (row: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, row) => of(row));
  const a = (row: number): number => 101 + row * 997;
  const b = (row: number): number => 57 + row * 311;
  const own = (row: number): number => row % 7;
  const over = (row: number): number => row % 3;
  const first = (row: number): number => Math.floor(b(row) / 20);
  return {
    count,
    columns: {
      claim_id: column((row) => row + 1),
      person_row: column((row) => Math.floor(row / 3)),
      medfee_sumamt: column((row) => a(row) + b(row) + own(row)),
      class_a_amt: column(a),
      class_b_amt: column(b),
      fulamt_ownpay_amt: column(own),
      overlmt_selfpay: column(over),
      preselfpay_amt: column(first),
      inscp_scp_amt: column((row) => a(row) + b(row) - over(row) - first(row)),
    },
  };
}

function at({ columns }: ClaimColumns, name: string, row: number): number {
  return columns[name]?.[row] ?? Number.NaN;
}

const all = sensitivityCases.flatMap(({ less, more }) => [less, more]);

test.each(all)('$kind $perMille: bills add up to the fen', (change) => {
  const changed = transformClaims(claims(6000), change);
  for (let row = 0; row < changed.count; row += 1) {
    const get = (name: string): number => at(changed, name, row);
    const parts = get('class_a_amt') + get('class_b_amt') + get('fulamt_ownpay_amt');
    expect(get('medfee_sumamt')).toBe(parts);
    const uncovered = get('fulamt_ownpay_amt') + get('overlmt_selfpay') + get('preselfpay_amt');
    expect(get('inscp_scp_amt')).toBe(parts - uncovered);
  }
});

test.each([
  [100, 10, 11],
  [100, 15, 17],
  [-100, 10, 9],
  [-100, 15, 14],
  [-100, 4, 4],
])('%d thousandths of %d fen are rounded half up to %d', (perMille, before, after) => {
  const given = claims(1);
  const one = { ...given, columns: { ...given.columns, class_a_amt: Float64Array.of(before) } };
  const changed = transformClaims(one, { kind: 'cost', perMille });
  expect(at(changed, 'class_a_amt', 0)).toBe(after);
});

test('dear claims alone are dearer in the tail', () => {
  const given = claims(6000);
  const changed = transformClaims(given, { kind: 'tail', perMille: 200, fromFen: TAIL_FEN });
  let dear = 0;
  for (let row = 0; row < given.count; row += 1) {
    const before = at(given, 'medfee_sumamt', row);
    const isDear = before >= TAIL_FEN;
    dear += isDear ? 1 : 0;
    expect(at(changed, 'medfee_sumamt', row) > before).toBe(isDear);
  }
  expect(dear).toBeGreaterThan(1000);
});

const utilisation = (perMille: number): ClaimTransform => ({ kind: 'utilisation', perMille });

test('a tenth of claims once more, or not at all: the same ones whatever stands beside them', () => {
  const given = claims(20_000);
  const more = transformClaims(given, utilisation(100));
  const less = transformClaims(given, utilisation(-100));
  expect(more.count - given.count).toBe(given.count - less.count);
  expect(Math.abs(more.count - 22_000)).toBeLessThan(200);
  const ids = [...(more.columns.claim_id ?? [])];
  expect(new Set(ids).size).toBe(ids.length);
  const again = new Set(ids.filter((id) => id > 2 ** 52).map((id) => id - 2 ** 52));
  expect([...(less.columns.claim_id ?? [])].some((id) => again.has(id))).toBe(false);
  const rows = [...(more.columns.person_row ?? [])];
  expect(rows).toEqual(rows.toSorted((left, right) => left - right));
});

test('nothing passes the domain of an amount', () => {
  const given = claims(1);
  const columns = { ...given.columns, medfee_sumamt: Float64Array.of(999_999_000) };
  const dear = { ...given, columns: { ...columns, class_a_amt: Float64Array.of(999_998_943) } };
  const changed = transformClaims(dear, { kind: 'cost', perMille: 100 });
  expect(at(changed, 'medfee_sumamt', 0)).toBeLessThanOrEqual(1_000_000_000);
});
