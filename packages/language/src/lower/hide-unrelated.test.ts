import type { Declaration, Definition, Expr } from '@tiaoli/ir';
import { definitionRef, inputRef, money, noMoney, plus } from '@tiaoli/ir';
import { testDefinition, testInput } from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import { hideUnrelated } from './hide-unrelated.ts';

/** A definition of the document `own` or of the common one below it, with its declaration. */
function made(document: 'own' | 'common', name: string, body: Expr = noMoney) {
  const definition: Definition = {
    ...testDefinition(name, body),
    origin: { ...testDefinition(name, body).origin, declaration: `${document}/${name}` },
  };
  const declaration: Declaration = {
    ...testInput(name, money),
    id: `${document}/${name}`,
    document,
  };
  return { definition, declaration };
}

function shown(
  parts: readonly ReturnType<typeof made>[],
  rest: {
    readonly declarations?: readonly Declaration[];
    readonly outputs?: readonly string[];
  } = {},
): readonly string[] {
  const definitions = hideUnrelated(
    parts.map(({ definition }) => definition),
    {
      document: 'own',
      declarations: [...parts.map(({ declaration }) => declaration), ...(rest.declarations ?? [])],
      outputs: (rest.outputs ?? []).map((definition) => ({ field: definition, definition })),
    },
  );
  return definitions.filter(({ visibility }) => visibility === 'result').map(({ name }) => name);
}

test('results of the document stay, those of the one below go', () => {
  expect(shown([made('own', '甲'), made('common', '乙')])).toEqual(['甲']);
});

test('what the own results read stays, however far below', () => {
  const parts = [
    made('own', '甲', definitionRef('d/乙')),
    made('common', '乙', plus(definitionRef('d/丙'), noMoney)),
    made('common', '丙'),
    made('common', '丁'),
  ];
  expect(shown(parts)).toEqual(['甲', '乙', '丙']);
});

test('what the default of an input reads stays too', () => {
  const input = testInput('费用', money, { default: definitionRef('d/乙') });
  const parts = [made('own', '甲', inputRef('d/费用')), made('common', '乙')];
  expect(shown(parts, { declarations: [input] })).toEqual(['甲', '乙']);
});

test('outputs and what they read stay', () => {
  const parts = [
    made('common', '甲', definitionRef('d/乙')),
    made('common', '乙'),
    made('common', '丙'),
  ];
  expect(shown(parts, { outputs: ['d/甲'] })).toEqual(['甲', '乙']);
});

test('steps stay steps', () => {
  const { definition, declaration } = made('own', '甲');
  const step = { definition: { ...definition, visibility: 'step' as const }, declaration };
  expect(shown([step])).toEqual([]);
});
