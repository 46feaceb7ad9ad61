import type { AccumulatorRow, Calculator, HeldState } from '@tiaoli/compiler';

/** The state of one calculator as another one keeps it. */
export type Carry = (state: HeldState) => HeldState;

/**
 * By the names of accumulators: one that the other side alone has is as before any claim. Undefined where both have an
 * accumulator and keep it otherwise, so that there is no such state.
 */
export function carryBetween(from: Calculator, to: Calculator): Carry | undefined {
  const rows = new Map(from.tables.accumulators.map((row) => [row.name, row]));
  const pairs = to.tables.accumulators.flatMap((row) => {
    const other = rows.get(row.name);
    return other ? [[other, row] as const] : [];
  });
  if (!pairs.every(([left, right]) => isAlike(left, right))) return undefined;
  return (state) => {
    const carried: Record<string, HeldState[string]> = { ...to.zero() };
    for (const [left, right] of pairs) {
      carried[right.key] = state[left.key];
      if (left.group !== undefined && right.group !== undefined) {
        carried[right.group] = state[left.group];
      }
    }
    return carried;
  };
}

function isAlike(left: AccumulatorRow, right: AccumulatorRow): boolean {
  const formOf = ({ type, held, scale, keyed, absent, period }: AccumulatorRow) =>
    [type, held, scale, keyed, absent, period].join();
  return formOf(left) === formOf(right);
}
