import type { Inferred } from './language-type.ts';

const order: readonly Inferred['constness'][] = ['static', 'finite', 'open'];

/** What a value made of `operands` is at least: optional if one is, as open as the most open. */
export function widest(operands: readonly Inferred[]): Pick<Inferred, 'optional' | 'constness'> {
  const open = Math.max(0, ...operands.map(({ constness }) => order.indexOf(constness)));
  return {
    optional: operands.some(({ optional }) => optional),
    constness: order[open] ?? 'open',
  };
}
