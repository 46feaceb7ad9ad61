import type { Accumulator, Declaration, Definition, Module } from '@tiaoli/ir';
import type { ExprPair } from './merge-expr.ts';
import { mergeExpr } from './merge-expr.ts';

/** The smallest thing that can be taken from the later of two modules by itself. */
export interface Atom {
  readonly key: string;
  /** Id of the declaration that says it. */
  readonly owner: string;
  /** Of a formula. */
  readonly pair?: ExprPair;
}

/** What of two settled modules of one document differs and decides what is computed, each thing once. */
export function atomsOf(before: Module, after: Module): readonly Atom[] {
  const atoms = new Map<string, Atom>();
  const note = (atom: Atom): false => {
    atoms.set(atom.key, atom);
    return false;
  };
  for (const atom of declaredAtoms(before, after)) note(atom);
  const later = new Map(after.definitions.map((each) => [each.id, each]));
  for (const each of before.definitions) {
    const other = later.get(each.id);
    if (other) mergeDefinition(each, other, note);
  }
  const kept = new Map(after.accumulators.map((each) => [each.id, each]));
  for (const each of before.accumulators) {
    const other = kept.get(each.id);
    if (other) mergeAccumulator(each, other, note);
  }
  return [...atoms.values()];
}

type Takes = (atom: Atom) => boolean;

export function mergeDefinition(before: Definition, after: Definition, takes: Takes): Definition {
  const owner = before.origin.declaration;
  if (headOf(before) !== headOf(after)) {
    return takes({ key: `definition ${before.id}`, owner }) ? after : before;
  }
  const body = mergeExpr(before.body, after.body, (pair) =>
    takes({ key: pairKey(owner, pair), owner, pair }),
  );
  return { ...before, body };
}

export function mergeAccumulator(
  before: Accumulator,
  after: Accumulator,
  takes: Takes,
): Accumulator {
  if (meaningText(before) === meaningText(after)) return before;
  const owner = before.origin.declaration;
  return takes({ key: `accumulator ${before.id}`, owner }) ? after : before;
}

function headOf({ type, entity, optional, visibility }: Definition): string {
  return JSON.stringify([type, entity, optional, visibility]);
}

/** What one declaration changes in the same way in several of its formulas is one change. */
function pairKey(owner: string, { before, after }: ExprPair): string {
  return `formula ${owner} ${JSON.stringify([before, after])}`;
}

/** Declarations that came or went, and those whose own words a program reads. */
function declaredAtoms(before: Module, after: Module): readonly Atom[] {
  const [old, now] = [byId(before), byId(after)];
  const gone = before.declarations.filter(({ id }) => !now.has(id));
  const come = after.declarations.filter(({ id }) => !old.has(id));
  const changed = after.declarations.filter((each) => {
    const earlier = old.get(each.id);
    return earlier && readText(earlier) !== readText(each);
  });
  return [...gone, ...come, ...changed].map(({ id }) => ({
    key: declarationKey(id),
    owner: id,
  }));
}

export function declarationKey(id: string): string {
  return `declaration ${id}`;
}

function byId({ declarations }: Module): ReadonlyMap<string, Declaration> {
  return new Map(declarations.map((each) => [each.id, each]));
}

/** What a run reads of the declaration itself, and not only what was lowered from it: of a layer who pays. */
function readText(each: Declaration): string {
  if (each.kind === 'layer') return each.payer;
  return read.has(each.kind) ? meaningText(each) : '';
}

const read: ReadonlySet<Declaration['kind']> = new Set([
  ...(['parameter', 'fill', 'derogation', 'input', 'enumeration'] as const),
  ...(['catalogue', 'catalogue-change', 'document'] as const),
]);

/** Where and how something is written says nothing of what is computed. */
const unread: ReadonlySet<string> = new Set([
  ...(['span', 'clause', 'provenance', 'exemptions', 'question', 'origin', 'alias'] as const),
  ...(['title', 'number', 'issuers', 'effective', 'keywords'] as const),
]);

export function meaningText(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (unread.has(key) ? undefined : inner));
}
