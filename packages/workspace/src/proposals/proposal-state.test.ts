import { expect, test } from 'vitest';
import { proposalStates, proposalSteps, stateAfter } from './proposal-state.ts';

/** Kept by hand, and apart from `moves`. */
const table = `
               proposed      under-review  sent-back  approved      published  withdrawn
propose        proposed      proposed      proposed   proposed      -          -
begin-review   under-review  -             -          -             -          -
send-back      -             sent-back     -          sent-back     -          -
approve        -             approved      -          -             -          -
lapse          -             -             -          under-review  -          -
publish        -             -             -          published     -          -
withdraw       withdrawn     withdrawn     withdrawn  withdrawn     -          -
`;

test('every step from every state is as the table kept by hand says', () => {
  const [columns = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/));
  expect(columns).toEqual(proposalStates);
  expect(rows.map(([step]) => step)).toEqual(proposalSteps);
  const found = proposalSteps.map((step) => [
    step,
    ...proposalStates.map((state) => stateAfter(state, step) ?? '-'),
  ]);
  expect(found).toEqual(rows);
});
