import { expect, test } from 'vitest';
import { fenLiteral } from './build-expr.ts';
import type { KeyMatch } from './expr.ts';
import { rowsInOrder } from './lookup-rows.ts';

const rest: KeyMatch = { kind: 'otherwise' };
const any: KeyMatch = { kind: 'any' };
const named: KeyMatch = { kind: 'members', members: ['一级'] };

test.each<readonly [string, readonly (readonly KeyMatch[])[], readonly number[]]>([
  ['otherwise comes last', [[rest], [named]], [1, 0]],
  [
    'the leftmost column decides',
    [
      [rest, named],
      [named, rest],
    ],
    [1, 0],
  ],
  [
    'then the next',
    [
      [named, rest],
      [named, named],
    ],
    [1, 0],
  ],
  ['any is no otherwise', [[any], [named]], [0, 1]],
  ['else as they stand', [[named], [any], [named]], [0, 1, 2]],
])('%s', (_, matches, order) => {
  const rows = matches.map((match, at) => ({ match, value: fenLiteral(at) }));
  expect(rowsInOrder(rows)).toEqual(order.map((at) => rows[at]));
});
