import type { CellState, ParameterRow } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import { chooseRows, countStates, findCell } from './choose-rows.ts';

const value = { text: { zh: '1', en: '1' }, points: [], isIllustrative: false };

function row(name: string, states: readonly CellState[], state: CellState): ParameterRow {
  return {
    id: `p/${name}`,
    name,
    document: '省文件',
    province: value,
    clause: { clause: '条', file: 'a.tiaoli', line: 1, text: [], marks: [] },
    cells: states.map((each, at) => ({
      city: `${at}市`,
      state: each,
      isOwn: false,
      value,
      findings: [],
    })),
    state,
    unified: { same: 0, of: states.length },
  };
}

const rows = [row('甲', ['same', 'same'], 'same'), row('乙', ['same', 'different'], 'different')];

test('rows with a deviation only', () => {
  expect(chooseRows(rows, false)).toHaveLength(2);
  expect(chooseRows(rows, true).map(({ name }) => name)).toEqual(['乙']);
});

test('cells are counted by state, also those of which there are none', () => {
  expect([...countStates(rows)]).toEqual([
    ['out-of-bounds', 0],
    ['unknown', 0],
    ['different', 1],
    ['not-set', 0],
    ['same', 3],
  ]);
});

test('a chosen cell is found by names, and lost when its city or parameter is', () => {
  expect(findCell(rows, { id: 'p/乙', city: '1市' })?.cell.state).toBe('different');
  expect(findCell(rows, { id: 'p/乙', city: '9市' })).toBeUndefined();
  expect(findCell(rows, undefined)).toBeUndefined();
});
