import { rational } from '@tiaoli/base';
import type { Region } from '@tiaoli/diff';
import { describe, expect, test } from 'vitest';
import { effectCell, effectGrid } from './effect-grid.ts';

function region(
  facts: Readonly<Record<string, Region['facts'] extends ReadonlyMap<string, infer V> ? V : never>>,
  state: Region['state'],
  ends: readonly number[] = [],
): Region {
  const [low, high] = ends.map((end) => rational(end));
  return {
    ...{ facts: new Map(Object.entries(facts)), state, examples: [], reasons: [], causes: [] },
    ...(low && { low }),
    ...(high && { high }),
  };
}

const held = (...members: readonly string[]) => ({ kind: 'only', members }) as const;

describe('effectGrid', () => {
  const grid = effectGrid({
    regions: [
      region({ level: ['1'] }, 'same-form'),
      region({ level: ['2', '3'], kind: [true] }, 'changed-exact', [-5, 0]),
      region({ level: ['2', '3'], kind: [false] }, 'changed-exact', [0, 7]),
    ],
  });

  test('values that every region treats alike are one row', () => {
    expect([grid.rowFact, grid.columnFact, grid.sheetFact]).toEqual(['level', 'kind', undefined]);
    expect(grid.sheets[0]?.rows.map(({ values }) => values)).toEqual([['1'], ['2', '3']]);
  });

  test('each cell has the regions that it lies in', () => {
    const told = grid.sheets[0]?.rows.map(({ cells }) =>
      cells.map(({ state, sign }) => [state, sign]),
    );
    expect(told).toEqual([
      [
        ['same-form', 'none'],
        ['same-form', 'none'],
      ],
      [
        ['changed-exact', 'less'],
        ['changed-exact', 'more'],
      ],
    ]);
  });

  test('what a set holds is one value, whichever region names it', () => {
    const { sheets } = effectGrid({
      regions: [
        region({ of: [held('a')], level: ['1'] }, 'same-form'),
        region({ of: [held('a')], level: ['2'] }, 'changed-exact', [0, 1]),
        region({ of: [held()] }, 'changed-exact', [0, 2]),
      ],
    });
    expect(sheets[0]?.rows.length).toBe(2);
  });
});

test.each([
  ['nothing is known', [], 'undecided', 'unknown'],
  ['an undecided part', [region({}, 'same-form'), region({}, 'undecided')], 'undecided', 'unknown'],
  [
    'a part that rises and one that falls',
    [region({}, 'changed-exact', [0, 3]), region({}, 'changed-bounded', [-4, 0])],
    'changed-bounded',
    'both',
  ],
  ['it applies to one side alone', [region({}, 'applicability')], 'applicability', 'unknown'],
  ['rounding', [region({}, 'rounding', [-1, 0])], 'rounding', 'less'],
] as const)('effectCell: %s', (_, regions, state, sign) => {
  const cell = effectCell(regions);
  expect([cell.state, cell.sign]).toEqual([state, sign]);
});

test('effectCell: the largest difference either way', () => {
  expect(effectCell([region({}, 'changed-exact', [-4, 3])]).most).toEqual(rational(4));
});
