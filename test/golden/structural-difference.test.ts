import { parseDate } from '@tiaoli/base';
import type { Structure } from '@tiaoli/diff';
import { compareStructures, structureOf } from '@tiaoli/diff';
import type { Declaration, Expr, Module } from '@tiaoli/ir';
import { realPolicies } from '@tiaoli/workspace/testing';
import { describe, expect, test } from 'vitest';
import { expectExact } from './exact-difference.ts';

const policies = await realPolicies();
const paths = [...policies.texts.keys()].filter((path) => !path.includes('/patterns/'));
const modules = paths.flatMap((path) => policies.lower(path).module ?? []);
const patterns = [...policies.texts.keys()].filter((path) => path.includes('/patterns/'));
const all = [...modules, ...patterns.flatMap((path) => policies.lower(path).module ?? [])];

describe('over the policies', () => {
  test('there are many', () => {
    expect(modules.length).toBeGreaterThan(60);
  });

  test('a document and itself differ in nothing', () => {
    for (const module of modules) {
      const structure = structureOf(module);
      expect(compareStructures(structure, structureOf(module)).changes, module.document).toEqual(
        [],
      );
    }
  });

  test('each against the next: the changes made give the other, and mirror', () => {
    const structures = modules.map((module) => structureOf(module));
    for (const [at, before] of structures.entries()) {
      const after = structures[(at + 1) % structures.length];
      if (after) expectExact(before, after);
    }
  });

  test('each on two days', () => {
    const [first, second] = [parseDate('2018-06-01') ?? 0, parseDate('2025-06-01') ?? 0];
    for (const module of modules)
      expectExact(structureOf(module, first), structureOf(module, second));
  });
});

/** Every leaf of what a declaration says, by its path. */
function leavesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value)
    .filter(([key]) => !notSaid.has(key))
    .flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** Where something stands, how it is known, and what it was lowered to: nothing that a declaration says. */
const notSaid: ReadonlySet<string> = new Set([
  ...['span', 'clause', 'path', 'id', 'kind', 'document', 'name', 'keywords', 'file'],
  ...['definition', 'results', 'accumulators', 'accumulator', 'applies', 'accepted', 'checked'],
  ...['remaining', 'inPolicyRemaining', 'cause', 'reason'],
]);

/** Leaves that another fact implies, or that mean nothing where they stand. */
const implied: ReadonlySet<string> = new Set([
  // The type of a literal is that of its input.
  'input default.type.enumeration',
  // Of a single case the order means nothing.
  'input default.operand.overlap',
  // The rows that a catalogue itself has are never taken out.
  'catalogue parts.removes',
  // By what a parameter may be split is told where it is delegated.
  ...['layer slots', 'layer cases.slots'].flatMap((slots) =>
    ['dimension', 'key.input'].map((leaf) => `${slots}.rate.splits.${leaf}`),
  ),
  // Bands that a layer reads from a table are told where the table stands, by the date that governs the layer.
  ...['layer slots', 'layer cases.slots'].flatMap((slots) =>
    ['upTo.value', 'rate.keys.value', 'rate.on'].map((leaf) => `${slots}.bands.${leaf}`),
  ),
]);

function withLeaf(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return changedLeaf(value);
  if (Array.isArray(value)) {
    return value.map((each, at) => (String(at) === key ? withLeaf(each, rest) : each));
  }
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: withLeaf(record[key], rest) };
}

function changedLeaf(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return `${value}1`;
  return `${String(value)}甲`;
}

/** Where a leaf stands, whatever the places in the lists on the way. */
function shapeOf(kind: string, path: readonly string[]): string {
  return `${kind} ${path.filter((key) => !/^\d+$/.test(key)).join('.')}`;
}

test('nothing that a declaration says can change without a change in the list', () => {
  const tried = new Set<string>();
  const missed: string[] = [];
  for (const module of all) {
    const before = structureOf(module);
    const own = module.declarations.filter(({ document }) => document === module.document);
    for (const each of own) {
      for (const path of leavesOf(each)) {
        const shape = shapeOf(each.kind, path);
        // What a rule says is read from its definition, which the next test changes.
        if (shape.startsWith('rule cases') || implied.has(shape) || tried.has(shape)) continue;
        tried.add(shape);
        const changed = withLeaf(each, path) as Declaration;
        const declarations = module.declarations.map((one) => (one === each ? changed : one));
        if (isSame(before, { ...module, declarations })) missed.push(`${shape}: ${each.id}`);
      }
    }
  }
  expect(tried.size).toBeGreaterThan(300);
  expect(missed).toEqual([]);
});

test('no formula of a rule, a share, a threshold or a result can change without one either', () => {
  let tried = 0;
  const missed: string[] = [];
  for (const module of all) {
    const before = structureOf(module);
    const kinds = new Map(module.declarations.map((each) => [each.id, each]));
    for (const each of module.definitions) {
      const origin = kinds.get(each.origin.declaration);
      const isOwn = origin?.document === module.document;
      const isRead = ['rule', 'share', 'output'].includes(origin?.kind ?? '');
      if (!(isOwn && isRead)) continue;
      for (const path of leavesOf(each.body).filter((keys) => keys.at(-1) === 'value')) {
        tried += 1;
        const body = withLeaf(each.body, path) as Expr;
        const definitions = module.definitions.map((one) =>
          one === each ? { ...one, body } : one,
        );
        if (isSame(before, { ...module, definitions }))
          missed.push(`${path.join('.')}: ${each.id}`);
      }
    }
  }
  expect(tried).toBeGreaterThan(150);
  expect(missed).toEqual([]);
});

function isSame(before: Structure, changed: Module): boolean {
  return compareStructures(before, structureOf(changed)).changes.length === 0;
}
