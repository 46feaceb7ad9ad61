import { describe, expect, test } from 'vitest';
import { compareStructures } from './compare-structures.ts';
import type { Fact, FactValue, Item, Step, Structure } from './structure.ts';

const place = { file: 'a.tiaoli', line: 1, clause: [] };

function number(value: string): FactValue {
  return { kind: 'number', unit: 'money', value };
}

function value(text: string, ...steps: readonly Step[]): Fact {
  return { part: { field: 'value', steps }, value: number(text) };
}

function parameter(name: string, ...facts: readonly Fact[]): Item {
  return { subject: { kind: 'parameter', name }, facts, place };
}

function structure(...items: readonly Item[]): Structure {
  return { document: 'd', items };
}

function since(from: string): Step {
  return { kind: 'version', from };
}

describe('one declaration', () => {
  test.each<[string, readonly Fact[], readonly Fact[], readonly unknown[]]>([
    ['says the same', [value('1')], [value('1')], []],
    [
      'says another value',
      [value('1')],
      [value('2')],
      [{ kind: 'changed', before: value('1'), after: value('2') }],
    ],
    ['says one thing more', [], [value('2')], [{ kind: 'changed', after: value('2') }]],
    ['says one thing less', [value('1')], [], [{ kind: 'changed', before: value('1') }]],
    [
      'says the same from another day on',
      [value('1', since('2023-01-01'))],
      [value('1', since('2023-03-01'))],
      [{ kind: 'version-moved', before: '2023-01-01', after: '2023-03-01' }],
    ],
    [
      'has one more version',
      [value('1', since('2023-01-01'))],
      [value('1', since('2023-01-01')), value('2', since('2024-01-01'))],
      [{ kind: 'changed', after: value('2', since('2024-01-01')) }],
    ],
  ])('%s', (_, before, after, changes) => {
    const found = compareStructures(
      structure(parameter('甲', ...before)),
      structure(parameter('甲', ...after)),
    );
    expect(found.changes).toMatchObject(changes);
    expect(found.changes).toHaveLength(changes.length);
  });

  test('formulas of one meaning are the same however they are written', () => {
    const written = (zh: string): Fact => ({
      part: { field: 'value', steps: [] },
      value: { kind: 'formula', canonical: 'x', text: { zh, en: zh } },
    });
    const found = compareStructures(
      structure(parameter('甲', written('a > b'))),
      structure(parameter('甲', written('b < a'))),
    );
    expect(found.changes).toEqual([]);
  });
});

describe('a rename', () => {
  const before = structure(parameter('甲', value('1'), value('2', since('2024-01-01'))));
  test('is proposed where everything else is the same, and still told as two changes', () => {
    const after = structure(parameter('乙', value('1'), value('2', since('2024-01-01'))));
    const { changes, renames } = compareStructures(before, after);
    expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect(renames).toEqual([
      { kind: 'parameter', before: '甲', after: '乙', reason: 'same-facts', shared: 2, of: 2 },
    ]);
  });

  test('is not proposed for something else', () => {
    expect(compareStructures(before, structure(parameter('乙', value('9')))).renames).toEqual([]);
  });

  test('is proposed by the English name', () => {
    const alias: Fact = {
      part: { field: 'alias', steps: [] },
      value: { kind: 'text', value: 'deductible' },
    };
    const { renames } = compareStructures(
      structure(parameter('甲', alias, value('1'))),
      structure(parameter('乙', alias, value('9'))),
    );
    expect(renames).toMatchObject([{ reason: 'same-alias' }]);
  });
});
