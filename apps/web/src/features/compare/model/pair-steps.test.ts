import type { LadderView } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import { pairSteps } from './pair-steps.ts';

test('steps of both sides stand side by side, those of one side alone at their place', () => {
  const pairs = pairSteps(
    ladder([
      ['起付', '50'],
      ['比例', '60%'],
      ['支付', '100'],
    ]),
    ladder([
      ['比例', '65%'],
      ['保底', '10'],
      ['支付', '100'],
    ]),
  );
  const shown = pairs.map(({ label, old, new: now, differs }) => [
    label.zh,
    old?.amount,
    now?.amount,
    differs,
  ]);
  expect(shown).toEqual([
    ['起付', '50', undefined, true],
    ['比例', '60%', '65%', true],
    ['保底', undefined, '10', true],
    ['支付', '100', '100', false],
  ]);
});

test('two steps of one name are told apart by their order', () => {
  const twice = ladder([
    ['比例', '60%'],
    ['比例', '70%'],
  ]);
  expect(pairSteps(twice, twice).map(({ differs }) => differs)).toEqual([false, false]);
});

function ladder(lines: readonly (readonly [string, string])[]): LadderView {
  const steps = lines.map(([name, amount]) => ({
    kind: 'amount' as const,
    label: { zh: name, en: name },
    ...{ amount, clauses: [] },
  }));
  const layer = { name: '统筹', payer: '基金', cases: [], lines: steps, clauses: [] };
  return { id: '1', on: '2024-01-01', cost: [], layers: [layer], payers: [], payersClauses: [] };
}
