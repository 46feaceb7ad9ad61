import type { Accumulator, Declaration, Expr, Module } from '@tiaoli/ir';
import { nextDefinitions, placesWritten, referencesOf, walkExpr } from '@tiaoli/ir';
import type { Atom } from './parts-of-change.ts';
import { declarationKey, mergeAccumulator, mergeDefinition } from './parts-of-change.ts';

export interface MixedModule {
  readonly module: Module;
  /** Declarations of the later side that what was taken needs. */
  readonly needed: ReadonlySet<string>;
}

/** `before` with the atoms of `after` whose keys are taken, and with what those need. */
export function mixModules(before: Module, after: Module, taken: ReadonlySet<string>): MixedModule {
  const mixed = withTaken(before, after, taken);
  const needed = new Set<string>();
  let module = mixed;
  for (;;) {
    const next = withNeeded(module, after, needed);
    if (!next) return { module: withOwnAccumulators(withoutUnread(module, after)), needed };
    module = next;
  }
}

function withTaken(before: Module, after: Module, taken: ReadonlySet<string>): Module {
  const takes = ({ key }: Pick<Atom, 'key'>): boolean => taken.has(key);
  const isTaken = (id: string): boolean => taken.has(declarationKey(id));
  const [old, now] = [idsOf(before.declarations), idsOf(after.declarations)];
  const isGone = (id: string): boolean => isTaken(id) && !now.has(id);
  const isNew = (id: string): boolean => isTaken(id) && !old.has(id);
  const defined = new Map(after.definitions.map((each) => [each.id, each]));
  const kept = new Map(after.accumulators.map((each) => [each.id, each]));
  const [known, held] = [idsOf(before.definitions), idsOf(before.accumulators)];
  const definitions = [
    ...before.definitions
      .filter(({ origin }) => !isGone(origin.declaration))
      .map((each) => {
        const other = defined.get(each.id);
        return other ? mergeDefinition(each, other, takes) : each;
      }),
    ...after.definitions.filter(({ id, origin }) => !known.has(id) && isNew(origin.declaration)),
  ];
  const accumulators = [
    ...before.accumulators
      .filter(({ origin }) => !isGone(origin.declaration))
      .map((each) => {
        const other = kept.get(each.id);
        return other ? mergeAccumulator(each, other, takes) : each;
      }),
    ...after.accumulators.filter(({ id, origin }) => !held.has(id) && isNew(origin.declaration)),
  ];
  const declarations = [
    ...before.declarations.flatMap((each, at, all) => {
      if (!isTaken(each.id)) return [each];
      const isFirst = all.findIndex(({ id }) => id === each.id) === at;
      return isFirst ? after.declarations.filter(({ id }) => id === each.id) : [];
    }),
    ...after.declarations.filter(({ id }) => isNew(id)),
  ];
  const present = idsOf(definitions);
  const outputs = [...before.outputs, ...after.outputs].filter(
    ({ field, definition }, at, all) =>
      present.has(definition) && all.findIndex((each) => each.field === field) === at,
  );
  return { ...before, declarations, definitions, accumulators, outputs };
}

/** `module` with what it reads and does not have; undefined where nothing is missing that `after` has. */
function withNeeded(module: Module, after: Module, needed: Set<string>): Module | undefined {
  const exprs = exprsOf(module);
  const read = referencesOf(...exprs);
  const definitions = missing(after.definitions, module.definitions, [
    ...read.definitions,
    ...module.accumulators.flatMap(nextDefinitions),
  ]);
  const accumulators = missing(after.accumulators, module.accumulators, [...read.accumulators]);
  const origins = [...definitions, ...accumulators].map(({ origin }) => origin.declaration);
  const declarations = missing<Declaration>(after.declarations, module.declarations, [
    ...[...read.parameters, ...read.inputs, ...read.entities, ...read.dates],
    ...[...cataloguesOf(exprs), ...origins],
  ]);
  if (definitions.length + accumulators.length + declarations.length === 0) return undefined;
  for (const { id } of declarations) needed.add(id);
  return {
    ...module,
    definitions: [...module.definitions, ...definitions],
    accumulators: [...module.accumulators, ...accumulators],
    declarations: [...module.declarations, ...declarations],
  };
}

/** Without what was kept for a slot that is gone: nothing reads it but what keeps it, and the later side has no such thing. */
function withoutUnread(module: Module, after: Module): Module {
  const known = idsOf(after.accumulators);
  const isRead = (each: Accumulator): boolean => {
    const own = new Set(nextDefinitions(each));
    const others = module.definitions.filter(({ id }) => !own.has(id));
    return referencesOf(...others.map(({ body }) => body)).accumulators.has(each.id);
  };
  const gone = module.accumulators.filter((each) => !known.has(each.id) && !isRead(each));
  const kept = module.accumulators.filter((each) => !gone.includes(each));
  const nextOfGone = new Set(gone.flatMap(nextDefinitions));
  const definitions = module.definitions.filter(({ id }) => !nextOfGone.has(id));
  return { ...module, accumulators: kept, definitions };
}

/** Layers that name the accumulators that they have now. */
function withOwnAccumulators(module: Module): Module {
  const declarations = module.declarations.map((each) => {
    if (each.kind !== 'layer') return each;
    const own = module.accumulators.filter(({ origin }) => origin.declaration === each.id);
    return { ...each, accumulators: own.map(({ id }) => id) };
  });
  return { ...module, declarations };
}

function missing<T extends { readonly id: string }>(
  all: readonly T[],
  present: readonly T[],
  read: readonly string[],
): readonly T[] {
  const [known, wanted] = [idsOf(present), new Set(read)];
  return all.filter(({ id }) => wanted.has(id) && !known.has(id));
}

function exprsOf({ definitions, accumulators, declarations }: Module): readonly Expr[] {
  return [
    ...definitions.map(({ body }) => body),
    ...accumulators.flatMap(placesWritten),
    ...declarations.flatMap((each) => {
      if (each.kind === 'input') return each.default ? [each.default] : [];
      if (each.kind === 'parameter') {
        return each.versions.flatMap(({ cells }) => cells.map(({ value }) => value));
      }
      return each.kind === 'fill' ? each.cells.map(({ value }) => value) : [];
    }),
  ];
}

function cataloguesOf(exprs: readonly Expr[]): readonly string[] {
  const found = new Set<string>();
  for (const expr of exprs) {
    walkExpr(expr, (each) => {
      if (each.kind === 'catalogue-cell') found.add(each.catalogue);
    });
  }
  return [...found];
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}
