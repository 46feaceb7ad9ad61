import { describe, expect, test } from 'vitest';
import { compareTo, fenLiteral, inputRef } from './build-expr.ts';
import type { Expr } from './expr.ts';
import { referencesOf } from './references.ts';
import { sampleExprs } from './testing.ts';
import { childrenOf, mapExpr, walkExpr } from './walk-expr.ts';

describe.each(Object.entries<Expr>(sampleExprs))('%s', (_kind, expr) => {
  test('holds exactly the expressions that are found in its data', () => {
    expect(new Set(childrenOf(expr))).toEqual(new Set(expressionsIn(expr)));
  });

  test('is rebuilt equal when nothing changes', () => {
    expect(mapExpr(expr, (each) => each)).toEqual(expr);
  });

  test('has each leaf changed by a map', () => {
    const marker: Expr = inputRef('d/新');
    const replaced = mapExpr(expr, (each) => (isLeaf(each) ? marker : each));
    const leaves: Expr[] = [];
    walkExpr(replaced, (each) => {
      if (isLeaf(each)) leaves.push(each);
    });
    expect(leaves.length).toBeGreaterThan(0);
    expect(leaves.every((each) => each === marker)).toBe(true);
  });
});

test('a map works from the inside out, a walk from the outside in', () => {
  const expr = compareTo(fenLiteral(1), '<', inputRef('d/费用'));
  const kinds = { mapped: [] as string[], walked: [] as string[] };
  mapExpr(expr, (each) => {
    kinds.mapped.push(each.kind);
    return each;
  });
  walkExpr(expr, ({ kind }) => kinds.walked.push(kind));
  expect(kinds).toEqual({
    mapped: ['literal', 'input', 'compare'],
    walked: ['compare', 'literal', 'input'],
  });
});

test('what all kinds together read', () => {
  const { definitions, inputs, accumulators, parameters, entities, dates } = referencesOf(
    ...Object.values(sampleExprs),
    { kind: 'input', input: 'd/类别', at: 'd/入院日期' },
  );
  expect([...definitions]).toEqual(['d/自付']);
  expect([...inputs]).toEqual([
    'd/费用',
    'd/级别',
    'd/年龄',
    'd/身份',
    'd/垫付',
    'd/单项金额',
    'd/出院日期',
    'd/类别',
  ]);
  expect([...accumulators]).toEqual(['d/住院次数']);
  expect([...parameters]).toEqual(['d/起付标准']);
  expect([...entities]).toEqual(['d/明细']);
  expect([...dates]).toEqual(['on', 'd/出院日期', 'd/入院日期']);
});

/** The expressions directly below `value`, found by looking at its data alone. */
function expressionsIn(value: object): readonly Expr[] {
  return Object.values(value).flatMap((field: unknown) => {
    if (typeof field !== 'object' || field === null) return [];
    return isExpr(field) ? [field] : expressionsIn(field);
  });
}

function isExpr(value: object): value is Expr {
  return 'kind' in value && typeof value.kind === 'string' && value.kind in sampleExprs;
}

function isLeaf(expr: Expr): boolean {
  return childrenOf(expr).length === 0;
}
